using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class jit
    {
        /// <summary>A script module of two inputs.</summary>
        /// <typeparam name="T1">The type of the first input.</typeparam>
        /// <typeparam name="T2">The type of the second input.</typeparam>
        /// <typeparam name="TResult">The type of the result; see <see cref="ScriptModule.invoke{TResult}(string, object[])"/>.</typeparam>
        public sealed class ScriptModule<T1, T2, TResult> :
            HookableScriptModule<
                Func<ScriptModule<T1, T2, TResult>, T1, T2, (T1, T2)?>, Func<ScriptModule<T1, T2, TResult>, T1, T2, TResult, TResult>>,
            nn.IModule<T1, T2, TResult>
        {
            internal ScriptModule(ScriptHandle handle)
                : base(handle)
            {
            }

            /// <summary>Runs <c>forward</c>.</summary>
            /// <param name="input1">Its first argument.</param>
            /// <param name="input2">Its second argument.</param>
            public TResult forward(T1 input1, T2 input2) => invoke<TResult>("forward", [input1, input2]);

            /// <summary>Runs the hooks before <c>forward</c>, then it with the hooks scripted with the module, then the hooks after it.</summary>
            /// <param name="input1">Its first argument.</param>
            /// <param name="input2">Its second argument.</param>
            public TResult call(T1 input1, T2 input2)
            {
                foreach (var hook in PreHooks())
                {
                    (input1, input2) = hook(this, input1, input2) ?? (input1, input2);
                }

                var result = invoke<TResult>(ScriptCode.Call, [input1, input2]);
                foreach (var hook in PostHooks())
                {
                    result = hook(this, input1, input2, result) is { } replaced ? replaced : result;
                }

                return result;
            }
        }
    }
}
