namespace TorchSharp;

public static partial class torch
{
    /// <summary>New tensors in the shape of this one.</summary>
    public partial class Tensor
    {
        /// <summary>A new tensor of zeros in this one's shape.</summary>
        /// <param name="dtype">Element type; this one's when null.</param>
        /// <param name="device">Device; this one's when null.</param>
        /// <param name="requires_grad">Whether autograd records what is done to it.</param>
        public Tensor zeros_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.zeros_like(this, dtype, device, requires_grad);

        /// <summary>A new tensor of ones in this one's shape.</summary>
        /// <param name="dtype">Element type; this one's when null.</param>
        /// <param name="device">Device; this one's when null.</param>
        /// <param name="requires_grad">Whether autograd records what is done to it.</param>
        public Tensor ones_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.ones_like(this, dtype, device, requires_grad);

        /// <summary>A new tensor of whatever the memory held in this one's shape.</summary>
        /// <param name="dtype">Element type; this one's when null.</param>
        /// <param name="device">Device; this one's when null.</param>
        /// <param name="requires_grad">Whether autograd records what is done to it.</param>
        public Tensor empty_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.empty_like(this, dtype, device, requires_grad);

        /// <summary>A new tensor of numbers drawn uniformly from [0, 1) in this one's shape.</summary>
        /// <param name="dtype">Element type; this one's when null.</param>
        /// <param name="device">Device; this one's when null.</param>
        /// <param name="requires_grad">Whether autograd records what is done to it.</param>
        public Tensor rand_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.rand_like(this, dtype, device, requires_grad);

        /// <summary>A new tensor of numbers drawn from the standard normal distribution in this one's shape.</summary>
        /// <param name="dtype">Element type; this one's when null.</param>
        /// <param name="device">Device; this one's when null.</param>
        /// <param name="requires_grad">Whether autograd records what is done to it.</param>
        public Tensor randn_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.randn_like(this, dtype, device, requires_grad);

        /// <summary>A new tensor filled with a number in this one's shape.</summary>
        /// <param name="value">The number.</param>
        /// <param name="dtype">Element type; this one's when null.</param>
        /// <param name="device">Device; this one's when null.</param>
        /// <param name="requires_grad">Whether autograd records what is done to it.</param>
        public Tensor full_like(Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.full_like(this, value, dtype, device, requires_grad);

        /// <summary>A new tensor of whole numbers drawn from [low, high) in this one's shape.</summary>
        /// <param name="low">The smallest number.</param>
        /// <param name="high">The number after the greatest.</param>
        /// <param name="dtype">Element type; this one's when null.</param>
        /// <param name="device">Device; this one's when null.</param>
        /// <param name="requires_grad">Whether autograd records what is done to it.</param>
        public Tensor randint_like(long low, long high, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.randint_like(this, low, high, dtype, device, requires_grad);
    }
}
