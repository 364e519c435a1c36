using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class jit
    {
        /// <summary>Functions compiled from text (Python's <c>torch.jit.CompilationUnit</c>); made by <see cref="compile"/>.</summary>
        public class CompilationUnit : IDisposable
        {
            private readonly ScriptCode code;

            internal CompilationUnit(ScriptHandle handle) => code = new ScriptCode(handle, "torch.jit.CompilationUnit");

            /// <summary>The names of the functions, in the order of the text.</summary>
            public IReadOnlyList<string> functions => code.Functions;

            /// <summary>Runs a function.</summary>
            /// <param name="name">The function.</param>
            /// <param name="objs">What it takes; see <see cref="ScriptModule.forward"/>, also for what comes back.</param>
            /// <exception cref="TorchScriptException">The script failed; the message shows where.</exception>
            /// <exception cref="TorchException">There is no such function, or it takes other arguments.</exception>
            public object? invoke(string name, params object?[]? objs) => code.Run(name, objs);

            /// <summary>Runs a function and converts its result.</summary>
            /// <typeparam name="TResult">What the result is to become; see <see cref="ScriptModule.invoke{TResult}(string, object[])"/>.</typeparam>
            /// <inheritdoc cref="invoke(string, object[])"/>
            /// <param name="name">The function.</param>
            /// <param name="inputs">What it takes.</param>
            /// <exception cref="InvalidCastException">The result does not convert without loss.</exception>
            public TResult invoke<TResult>(string name, params object?[]? inputs) => code.Run<TResult>(name, inputs);

            /// <inheritdoc cref="invoke{TResult}(string, object[])"/>
            /// <typeparam name="T">The type of all arguments.</typeparam>
            /// <typeparam name="TResult">What the result is to become.</typeparam>
            public TResult invoke<T, TResult>(string name, params T[] inputs)
            {
                ArgumentNullException.ThrowIfNull(inputs);
                return code.Run<TResult>(name, [.. inputs.Cast<object?>()]);
            }

            /// <summary>Adds functions.</summary>
            /// <param name="src">The text of Python functions.</param>
            /// <exception cref="TorchScriptException">The text does not compile; the message shows where.</exception>
            public void define(string src) => code.Define(src);

            /// <summary>A function of that name, or null.</summary>
            /// <param name="name">Its name.</param>
            public ScriptFunction? find_function(string name) => functions.Contains(name) ? new ScriptFunction(code, name) : null;

            /// <summary>Gives the functions back; a call in progress ends first.</summary>
            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            /// <summary>What <see cref="Dispose()"/> does.</summary>
            /// <param name="disposing">True when called by <see cref="Dispose()"/>.</param>
            protected virtual void Dispose(bool disposing)
            {
                if (disposing)
                {
                    code.Handle.Dispose();
                }
            }
        }
    }
}
