using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>RMSprop; see <see cref="Modules.RMSProp"/>.</summary>
        /// <param name="parameters">What to optimize.</param>
        /// <param name="lr">Learning rate.</param>
        /// <param name="alpha">Factor of the running average of the squared gradient.</param>
        /// <param name="eps">Added to the denominator for stability.</param>
        /// <param name="weight_decay">Factor of the L2 penalty.</param>
        /// <param name="momentum">Momentum factor.</param>
        /// <param name="centered">Whether to divide by the estimated deviation instead of the mean square.</param>
        /// <param name="maximize">Whether to climb instead of to descend.</param>
        /// <param name="foreach">Accepted as in Python and left unread: updates always run through libtorch's operators on lists.</param>
        /// <param name="differentiable">Whether gradients flow through steps; only false is supported, since parameters are updated in place.</param>
        /// <exception cref="NotSupportedException">Differentiation is asked for.</exception>
        public static RMSProp RMSProp(IEnumerable<Parameter> parameters, double lr = 0.01, double alpha = 0.99, double eps = 1e-8, double
            weight_decay = 0, double momentum = 0, bool centered = false, bool maximize = false,
            bool? @foreach = null, bool differentiable = false) =>
            differentiable ? throw OptimizerChecks.Unsupported(capturable: false) : new(parameters, lr, alpha, eps, weight_decay, momentum, centered, maximize);

        /// <summary>RMSprop, its parameters given with their names; see <see cref="Modules.RMSProp"/>.</summary>
        /// <param name="parameters">What to optimize; the names are not used.</param>
        /// <param name="lr">Learning rate.</param>
        /// <param name="alpha">Factor of the running average of the squared gradient.</param>
        /// <param name="eps">Added to the denominator for stability.</param>
        /// <param name="weight_decay">Factor of the L2 penalty.</param>
        /// <param name="momentum">Momentum factor.</param>
        /// <param name="centered">Whether to divide by the estimated deviation instead of the mean square.</param>
        /// <param name="maximize">Whether to climb instead of to descend.</param>
        /// <param name="foreach">Accepted as in Python and left unread: updates always run through libtorch's operators on lists.</param>
        /// <param name="differentiable">Whether gradients flow through steps; only false is supported, since parameters are updated in place.</param>
        /// <exception cref="NotSupportedException">Differentiation is asked for.</exception>
        public static RMSProp RMSProp(IEnumerable<(string name, Parameter parameter)> parameters, double lr = 0.01, double alpha = 0.99,
            double eps = 1e-8, double weight_decay = 0, double momentum = 0, bool centered = false, bool maximize = false,
            bool? @foreach = null, bool differentiable = false) =>
            differentiable ? throw OptimizerChecks.Unsupported(capturable: false) : new(parameters.Select(item => item.parameter), lr, alpha, eps, weight_decay, momentum, centered, maximize);

        /// <summary>RMSprop, its parameters given in groups; see <see cref="Modules.RMSProp"/>.</summary>
        /// <param name="parameters">The groups; options that one leaves open are these.</param>
        /// <param name="lr">Learning rate.</param>
        /// <param name="alpha">Factor of the running average of the squared gradient.</param>
        /// <param name="eps">Added to the denominator for stability.</param>
        /// <param name="weight_decay">Factor of the L2 penalty.</param>
        /// <param name="momentum">Momentum factor.</param>
        /// <param name="centered">Whether to divide by the estimated deviation instead of the mean square.</param>
        /// <param name="maximize">Whether to climb instead of to descend.</param>
        /// <param name="foreach">Accepted as in Python and left unread: updates always run through libtorch's operators on lists.</param>
        /// <param name="differentiable">Whether gradients flow through steps; only false is supported, since parameters are updated in place.</param>
        /// <exception cref="NotSupportedException">Differentiation is asked for.</exception>
        public static RMSProp RMSProp(IEnumerable<RMSProp.ParamGroup> parameters, double lr = 0.01, double alpha = 0.99, double eps = 1e-8,
            double weight_decay = 0, double momentum = 0, bool centered = false, bool maximize = false,
            bool? @foreach = null, bool differentiable = false) =>
            differentiable ? throw OptimizerChecks.Unsupported(capturable: false) : new(parameters, lr, alpha, eps, weight_decay, momentum, centered, maximize);

        /// <summary>RMSprop, under Python's name; see <see cref="Modules.RMSProp"/>.</summary>
        /// <param name="params">What to optimize.</param>
        /// <param name="lr">Learning rate.</param>
        /// <param name="alpha">Factor of the running average of the squared gradient.</param>
        /// <param name="eps">Added to the denominator for stability.</param>
        /// <param name="weight_decay">Factor of the L2 penalty.</param>
        /// <param name="momentum">Momentum factor.</param>
        /// <param name="centered">Whether to divide by the estimated deviation instead of the mean square.</param>
        /// <param name="maximize">Whether to climb instead of to descend.</param>
        /// <param name="foreach">Accepted as in Python and left unread: updates always run through libtorch's operators on lists.</param>
        /// <param name="differentiable">Whether gradients flow through steps; only false is supported, since parameters are updated in place.</param>
        /// <exception cref="NotSupportedException">Differentiation is asked for.</exception>
        public static RMSProp RMSprop(IEnumerable<Parameter> @params, double lr = 0.01, double alpha = 0.99, double eps = 1e-8,
            double weight_decay = 0, double momentum = 0, bool centered = false, bool maximize = false,
            bool? @foreach = null, bool differentiable = false) =>
            RMSProp(@params, lr, alpha, eps, weight_decay, momentum, centered, maximize, @foreach, differentiable);
    }
}
