using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class jit
    {
        /// <summary>A script module of one input.</summary>
        /// <typeparam name="T">The type of the input.</typeparam>
        /// <typeparam name="TResult">The type of the result; see <see cref="ScriptModule.invoke{TResult}(string, object[])"/>.</typeparam>
        public sealed class ScriptModule<T, TResult> :
            HookableScriptModule<Func<ScriptModule<T, TResult>, T, T>, Func<ScriptModule<T, TResult>, T, TResult, TResult>>,
            nn.IModule<T, TResult>
        {
            internal ScriptModule(ScriptHandle handle)
                : base(handle)
            {
            }

            /// <summary>Runs <c>forward</c>.</summary>
            /// <param name="tensor">What it takes.</param>
            public TResult forward(T tensor) => invoke<TResult>("forward", [tensor]);

            /// <summary>Runs the hooks before <c>forward</c>, then it with the hooks scripted with the module, then the hooks after it.</summary>
            /// <param name="input">What it takes.</param>
            public TResult call(T input)
            {
                foreach (var hook in PreHooks())
                {
                    input = hook(this, input) is { } replaced ? replaced : input;
                }

                var result = invoke<TResult>(ScriptCode.Call, [input]);
                foreach (var hook in PostHooks())
                {
                    result = hook(this, input, result) is { } replaced ? replaced : result;
                }

                return result;
            }
        }
    }
}
