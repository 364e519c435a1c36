namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>
        /// A view of the real parts; the tensor itself where it is real (Python's <c>torch.Tensor.real</c>). Setting it writes the real parts.
        /// </summary>
        public Tensor real
        {
            get => ops.aten.real(this);
            set => Write(ops.aten.real(this), value);
        }

        /// <summary>
        /// A view of the imaginary parts (Python's <c>torch.Tensor.imag</c>). Setting it writes the imaginary parts.
        /// </summary>
        /// <exception cref="TorchException">The tensor is not complex.</exception>
        public Tensor imag
        {
            get => ops.aten.imag(this);
            set => Write(ops.aten.imag(this), value);
        }

        private void Write(Tensor part, Tensor value)
        {
            try
            {
                ops.aten.copy_(part, value);
            }
            finally
            {
                if (!ReferenceEquals(part, this))
                {
                    part.Dispose();
                }
            }
        }
    }
}
