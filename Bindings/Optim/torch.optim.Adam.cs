using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Adam; see <see cref="Modules.Adam"/>.</summary>
        /// <param name="parameters">What to optimize.</param>
        /// <param name="lr">Learning rate.</param>
        /// <param name="beta1">Factor of the running average of the gradient.</param>
        /// <param name="beta2">Factor of the running average of its square.</param>
        /// <param name="eps">Added to the denominator for stability.</param>
        /// <param name="weight_decay">Factor of the L2 penalty.</param>
        /// <param name="amsgrad">Whether to divide by the largest running average so far (AMSGrad).</param>
        /// <param name="maximize">Whether to climb instead of to descend.</param>
        /// <param name="foreach">Accepted as in Python and left unread: updates always run through libtorch's operators on lists.</param>
        /// <param name="capturable">Whether steps may be captured in a CUDA graph; only false is supported, since steps are counted on the host.</param>
        /// <param name="differentiable">Whether gradients flow through steps; only false is supported, since parameters are updated in place.</param>
        /// <param name="fused">Accepted as in Python and left unread: it asks for speed, not for other numbers.</param>
        /// <exception cref="NotSupportedException">Capturing or differentiation is asked for.</exception>
        public static Adam Adam(IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps =
            1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false,
            bool? @foreach = null, bool capturable = false, bool differentiable = false, bool fused = false) =>
            capturable || differentiable ? throw OptimizerChecks.Unsupported(capturable) : new(parameters, lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);

        /// <summary>Adam, its parameters given with their names; see <see cref="Modules.Adam"/>.</summary>
        /// <param name="parameters">What to optimize; the names are not used.</param>
        /// <param name="lr">Learning rate.</param>
        /// <param name="beta1">Factor of the running average of the gradient.</param>
        /// <param name="beta2">Factor of the running average of its square.</param>
        /// <param name="eps">Added to the denominator for stability.</param>
        /// <param name="weight_decay">Factor of the L2 penalty.</param>
        /// <param name="amsgrad">Whether to divide by the largest running average so far (AMSGrad).</param>
        /// <param name="maximize">Whether to climb instead of to descend.</param>
        /// <param name="foreach">Accepted as in Python and left unread: updates always run through libtorch's operators on lists.</param>
        /// <param name="capturable">Whether steps may be captured in a CUDA graph; only false is supported, since steps are counted on the host.</param>
        /// <param name="differentiable">Whether gradients flow through steps; only false is supported, since parameters are updated in place.</param>
        /// <param name="fused">Accepted as in Python and left unread: it asks for speed, not for other numbers.</param>
        /// <exception cref="NotSupportedException">Capturing or differentiation is asked for.</exception>
        public static Adam Adam(IEnumerable<(string name, Parameter parameter)> parameters, double lr = 1e-3, double beta1 = 0.9, double
            beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false,
            bool? @foreach = null, bool capturable = false, bool differentiable = false, bool fused = false) =>
            capturable || differentiable ? throw OptimizerChecks.Unsupported(capturable) : new(parameters.Select(item => item.parameter), lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);

        /// <summary>Adam, its parameters given in groups; see <see cref="Modules.Adam"/>.</summary>
        /// <param name="parameters">The groups; options that one leaves open are these.</param>
        /// <param name="lr">Learning rate.</param>
        /// <param name="beta1">Factor of the running average of the gradient.</param>
        /// <param name="beta2">Factor of the running average of its square.</param>
        /// <param name="eps">Added to the denominator for stability.</param>
        /// <param name="weight_decay">Factor of the L2 penalty.</param>
        /// <param name="amsgrad">Whether to divide by the largest running average so far (AMSGrad).</param>
        /// <param name="maximize">Whether to climb instead of to descend.</param>
        /// <param name="foreach">Accepted as in Python and left unread: updates always run through libtorch's operators on lists.</param>
        /// <param name="capturable">Whether steps may be captured in a CUDA graph; only false is supported, since steps are counted on the host.</param>
        /// <param name="differentiable">Whether gradients flow through steps; only false is supported, since parameters are updated in place.</param>
        /// <param name="fused">Accepted as in Python and left unread: it asks for speed, not for other numbers.</param>
        /// <exception cref="NotSupportedException">Capturing or differentiation is asked for.</exception>
        public static Adam Adam(IEnumerable<Adam.ParamGroup> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double
            eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false,
            bool? @foreach = null, bool capturable = false, bool differentiable = false, bool fused = false) =>
            capturable || differentiable ? throw OptimizerChecks.Unsupported(capturable) : new(parameters, lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);
    }
}
