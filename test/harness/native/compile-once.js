// Each test file has its own VM context, for which Jest compiles its libraries (expect, jest-circus, …) again. That
// takes up to half of the processor time of a file with a few unit tests. This compiles a module of a library once for
// all test files of a process, and evaluates it in each context.
import vm from 'node:vm';

const { compileFunction } = vm;

/** Compiled modules by file name. */
const modules = new Map();

vm.compileFunction = (source, parameters, options) => {
  const { filename, parsingContext, importModuleDynamically } = options;
  if (!filename.includes('/node_modules/')) return compileFunction(source, parameters, options);
  let module = modules.get(filename);
  if (module?.source !== source) {
    module = compile(source, parameters, filename);
    modules.set(filename, module);
  }
  // A process runs one test file at a time.
  module.importModuleDynamically = importModuleDynamically;
  return module.script.runInContext(parsingContext);
};

function compile(source, parameters, filename) {
  const module = { source };
  module.script = new vm.Script(`(function (${parameters.join(', ')}) {${source}\n})`, {
    filename,
    importModuleDynamically: (...args) => module.importModuleDynamically(...args),
  });
  return module;
}
