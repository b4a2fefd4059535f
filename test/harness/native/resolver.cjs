// The engine's own modules are taken as they ship, compiled; see environment.js.
const { relative, resolve, sep } = require('node:path');

const ROOT = resolve(__dirname, '../../..');
const SOURCE = /^(?:apps|libs|bench)\/.*(?<!\.spec)\.ts$/;

module.exports = (request, options) => {
  const file = options.defaultResolver(request, options);
  const path = relative(ROOT, file).split(sep).join('/');
  return SOURCE.test(path) ? resolve(ROOT, 'dist', path.replace(/\.ts$/, '.js')) : file;
};
