using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class jit
    {
        /// <summary>A script module of tensors, however many, whose result has a type.</summary>
        /// <typeparam name="TResult">The type of the result; see <see cref="ScriptModule.invoke{TResult}(string, object[])"/>.</typeparam>
        public sealed class ScriptModule<TResult> : ScriptModule, nn.IModule<Tensor[], TResult>
        {
            internal ScriptModule(ScriptHandle handle)
                : base(handle)
            {
            }

            /// <summary>Runs <c>forward</c>.</summary>
            /// <param name="tensor">The tensors that it takes.</param>
            public TResult forward(params Tensor[] tensor) => invoke<Tensor, TResult>("forward", tensor);

            /// <summary>Runs <c>forward</c>, and the hooks that were scripted with the module.</summary>
            /// <param name="input">The tensors that it takes.</param>
            public TResult call(params Tensor[] input) => invoke<Tensor, TResult>(ScriptCode.Call, input);
        }
    }
}
