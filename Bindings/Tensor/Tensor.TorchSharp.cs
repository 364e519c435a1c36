using System.Diagnostics.CodeAnalysis;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Members that TorchSharp has in places of its own, so that code written for it compiles.</summary>
    public partial class Tensor
    {
        /// <summary>
        /// The greatest number of tensors that were alive in the process at once. It is noticed when it is read, when a dispose scope of 32 tensors or
        /// more ends, and at each 256th tensor that a thread makes: in between it may have been a little more.
        /// </summary>
        public static long PeakCount => DisposeScopeManager.NotePeak();

        /// <summary>A matrix with the given ones along its diagonal (torch.block_diag).</summary>
        /// <param name="tensors">Matrices, rows or numbers.</param>
        public static Tensor block_diag(params Tensor[] tensors) => torch.block_diag(tensors);

        /// <summary>F#'s <c>tensor --&gt; module</c>: what the module makes of the tensor.</summary>
        /// <param name="t">The tensor.</param>
        /// <param name="m">The module.</param>
        [SuppressMessage("Naming", "CA1707", Justification = "the name of F#'s operator -->")]
        public static Tensor op_MinusMinusGreater(Tensor t, nn.Module<Tensor, Tensor> m)
        {
            ArgumentNullException.ThrowIfNull(m);
            return m.call(t);
        }
    }
}
