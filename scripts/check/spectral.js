// Rules of Spectral for the OpenAPI documents (scripts/check/api-documents.js): the recommended ones, without those
// below.
import { oas } from '@stoplight/spectral-rulesets';

export default {
  extends: [[oas, 'recommended']],
  rules: {
    // The contact for an installation is its operator, whom the document of the product does not know.
    'info-contact': 'off',
  },
};
