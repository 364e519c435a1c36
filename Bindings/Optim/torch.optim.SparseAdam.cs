using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Adam for sparse gradients; see <see cref="Modules.SparseAdam"/>.</summary>
        /// <param name="parameters">What to optimize: dense tensors whose gradients are sparse.</param>
        /// <param name="lr">Learning rate.</param>
        /// <param name="beta1">Factor of the running average of the gradient.</param>
        /// <param name="beta2">Factor of the running average of its square.</param>
        /// <param name="eps">Added to the denominator for stability.</param>
        /// <param name="maximize">Whether to climb instead of to descend.</param>
        public static SparseAdam SparseAdam(IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999,
            double eps = 1e-8, bool maximize = false) =>
            new(parameters, lr, beta1, beta2, eps, maximize);

        /// <summary>Adam for sparse gradients, the parameters given with their names; see <see cref="Modules.SparseAdam"/>.</summary>
        /// <param name="parameters">What to optimize; the names are not used.</param>
        /// <param name="lr">Learning rate.</param>
        /// <param name="beta1">Factor of the running average of the gradient.</param>
        /// <param name="beta2">Factor of the running average of its square.</param>
        /// <param name="eps">Added to the denominator for stability.</param>
        /// <param name="maximize">Whether to climb instead of to descend.</param>
        public static SparseAdam SparseAdam(IEnumerable<(string name, Parameter parameter)> parameters, double lr = 1e-3, double beta1 = 0.9,
            double beta2 = 0.999, double eps = 1e-8, bool maximize = false) =>
            new(parameters.Select(item => item.parameter), lr, beta1, beta2, eps, maximize);

        /// <summary>Adam for sparse gradients, the parameters given in groups; see <see cref="Modules.SparseAdam"/>.</summary>
        /// <param name="parameters">The groups; options that one leaves open are these.</param>
        /// <param name="lr">Learning rate.</param>
        /// <param name="beta1">Factor of the running average of the gradient.</param>
        /// <param name="beta2">Factor of the running average of its square.</param>
        /// <param name="eps">Added to the denominator for stability.</param>
        /// <param name="maximize">Whether to climb instead of to descend.</param>
        public static SparseAdam SparseAdam(IEnumerable<SparseAdam.ParamGroup> parameters, double lr = 1e-3, double beta1 = 0.9,
            double beta2 = 0.999, double eps = 1e-8, bool maximize = false) =>
            new(parameters, lr, beta1, beta2, eps, maximize);
    }
}
