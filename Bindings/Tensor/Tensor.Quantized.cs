namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>How a quantized tensor's whole numbers stand for its values (Python's <c>Tensor.qscheme</c>).</summary>
        /// <exception cref="TorchException">The tensor is not quantized.</exception>
        public QScheme qscheme() => (QScheme)ops.aten.qscheme(this);
    }
}
