// The engine's own modules are taken as they ship, compiled; see environment.js.
const paths = require('node:path');

const ROOT = paths.resolve(__dirname, '../../..');
const SOURCE = /^(?:apps|libs|bench)\/.*(?<!\.spec)\.ts$/;

module.exports = (request, options) => {
  const file = options.defaultResolver(request, options);
  const source = paths.relative(ROOT, file).split(paths.sep).join('/');
  return SOURCE.test(source) ? paths.resolve(ROOT, 'dist', source.replace(/\.ts$/, '.js')) : file;
};
