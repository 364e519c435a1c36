using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Stochastic gradient descent; see <see cref="Modules.SGD"/>.</summary>
        /// <param name="parameters">What to optimize.</param>
        /// <param name="learningRate">Learning rate (Python's <c>lr</c>).</param>
        /// <param name="momentum">Momentum factor.</param>
        /// <param name="dampening">How much of each new gradient the momentum leaves out.</param>
        /// <param name="weight_decay">Factor of the L2 penalty.</param>
        /// <param name="nesterov">Whether to look ahead as Nesterov does.</param>
        /// <param name="maximize">Whether to climb instead of to descend.</param>
        /// <param name="foreach">Accepted as in Python and left unread: updates always run through libtorch's operators on lists.</param>
        /// <param name="differentiable">Whether gradients flow through steps; only false is supported, since parameters are updated in place.</param>
        /// <exception cref="NotSupportedException">Differentiation is asked for.</exception>
        public static SGD SGD(IEnumerable<Parameter> parameters, double learningRate, double momentum = 0, double dampening = 0, double
            weight_decay = 0, bool nesterov = false, bool maximize = false,
            bool? @foreach = null, bool differentiable = false) =>
            differentiable ? throw OptimizerChecks.Unsupported(capturable: false) : new(parameters, learningRate, momentum, dampening, weight_decay, nesterov, maximize);

        /// <summary>Stochastic gradient descent, its parameters given with their names; see <see cref="Modules.SGD"/>.</summary>
        /// <param name="parameters">What to optimize; the names are not used.</param>
        /// <param name="learningRate">Learning rate (Python's <c>lr</c>).</param>
        /// <param name="momentum">Momentum factor.</param>
        /// <param name="dampening">How much of each new gradient the momentum leaves out.</param>
        /// <param name="weight_decay">Factor of the L2 penalty.</param>
        /// <param name="nesterov">Whether to look ahead as Nesterov does.</param>
        /// <param name="maximize">Whether to climb instead of to descend.</param>
        /// <param name="foreach">Accepted as in Python and left unread: updates always run through libtorch's operators on lists.</param>
        /// <param name="differentiable">Whether gradients flow through steps; only false is supported, since parameters are updated in place.</param>
        /// <exception cref="NotSupportedException">Differentiation is asked for.</exception>
        public static SGD SGD(IEnumerable<(string name, Parameter parameter)> parameters, double learningRate, double momentum = 0, double
            dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false,
            bool? @foreach = null, bool differentiable = false) =>
            differentiable ? throw OptimizerChecks.Unsupported(capturable: false) : new(parameters.Select(item => item.parameter), learningRate, momentum, dampening, weight_decay, nesterov, maximize);

        /// <summary>Stochastic gradient descent, its parameters given in groups; see <see cref="Modules.SGD"/>.</summary>
        /// <param name="parameters">The groups; options that one leaves open are these.</param>
        /// <param name="learningRate">Learning rate (Python's <c>lr</c>).</param>
        /// <param name="momentum">Momentum factor.</param>
        /// <param name="dampening">How much of each new gradient the momentum leaves out.</param>
        /// <param name="weight_decay">Factor of the L2 penalty.</param>
        /// <param name="nesterov">Whether to look ahead as Nesterov does.</param>
        /// <param name="maximize">Whether to climb instead of to descend.</param>
        /// <param name="foreach">Accepted as in Python and left unread: updates always run through libtorch's operators on lists.</param>
        /// <param name="differentiable">Whether gradients flow through steps; only false is supported, since parameters are updated in place.</param>
        /// <exception cref="NotSupportedException">Differentiation is asked for.</exception>
        public static SGD SGD(IEnumerable<SGD.ParamGroup> parameters, double learningRate, double momentum = 0, double dampening = 0, double
            weight_decay = 0, bool nesterov = false, bool maximize = false,
            bool? @foreach = null, bool differentiable = false) =>
            differentiable ? throw OptimizerChecks.Unsupported(capturable: false) : new(parameters, learningRate, momentum, dampening, weight_decay, nesterov, maximize);
    }
}
