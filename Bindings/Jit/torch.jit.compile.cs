using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>
    /// TorchScript: programs that Python's <c>torch.jit</c> scripted or traced, loaded, run, changed and saved here (Python's <c>torch.jit</c>).
    /// </summary>
    public static partial class jit
    {
        /// <summary>Compiles functions from the text of Python ones.</summary>
        /// <param name="script">One or more functions, such as <c>def twice(x): return x + x</c>.</param>
        /// <exception cref="TorchScriptException">The text does not compile; the message shows where.</exception>
        public static unsafe CompilationUnit compile(string script)
        {
            ArgumentNullException.ThrowIfNull(script);
            using var source = new Utf8Argument($"{script}\n");
            nint unit;
            NativeError.CheckCompiled(NativeMethods.tl_jit_compile(source.Pointer, &unit), "torch.jit.compile");
            return new CompilationUnit(new ScriptHandle(unit));
        }

        /// <summary>Compiles functions from the text of Python ones, as <see cref="compile"/> does (Python's <c>torch.jit.script</c>).</summary>
        /// <param name="script">One or more functions.</param>
        /// <exception cref="TorchScriptException">The text does not compile; the message shows where.</exception>
        public static CompilationUnit script(string script) => compile(script);
    }
}
