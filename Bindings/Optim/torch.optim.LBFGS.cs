using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>LBFGS; see <see cref="Modules.LBFGS"/>.</summary>
        /// <param name="parameters">What to optimize.</param>
        /// <param name="lr">Length of a step in Newton's direction (TorchSharp's default; Python's is 1).</param>
        /// <param name="max_iter">Iterations of one step at most.</param>
        /// <param name="max_eval">Evaluations of one step at most; null for 1.25 times the iterations.</param>
        /// <param name="tolerange_grad">A gradient no larger than this is zero (TorchSharp's spelling).</param>
        /// <param name="tolerance_change">A change of parameters or loss no larger than this is the end.</param>
        /// <param name="history_size">How many updates of the curvature are kept.</param>
        /// <param name="line_search_fn"><c>strong_wolfe</c>, or null for steps of fixed length.</param>
        public static LBFGS LBFGS(IEnumerable<Parameter> parameters, double lr = 0.01, long max_iter = 20, long? max_eval = null,
            double tolerange_grad = 1e-5, double tolerance_change = 1e-9, long history_size = 100, string? line_search_fn = null) =>
            new(parameters, lr, max_iter, max_eval, tolerange_grad, tolerance_change, history_size, line_search_fn);

        /// <summary>LBFGS, its parameters given with their names; see <see cref="Modules.LBFGS"/>.</summary>
        /// <param name="parameters">What to optimize; the names are not used.</param>
        /// <param name="lr">Length of a step in Newton's direction (TorchSharp's default; Python's is 1).</param>
        /// <param name="max_iter">Iterations of one step at most.</param>
        /// <param name="max_eval">Evaluations of one step at most; null for 1.25 times the iterations.</param>
        /// <param name="tolerange_grad">A gradient no larger than this is zero (TorchSharp's spelling).</param>
        /// <param name="tolerance_change">A change of parameters or loss no larger than this is the end.</param>
        /// <param name="history_size">How many updates of the curvature are kept.</param>
        /// <param name="line_search_fn"><c>strong_wolfe</c>, or null for steps of fixed length.</param>
        public static LBFGS LBFGS(IEnumerable<(string name, Parameter parameter)> parameters, double lr = 0.01, long max_iter = 20,
            long? max_eval = null, double tolerange_grad = 1e-5, double tolerance_change = 1e-9, long history_size = 100, string? line_search_fn = null) =>
            new(parameters.Select(item => item.parameter), lr, max_iter, max_eval, tolerange_grad, tolerance_change, history_size, line_search_fn);
    }
}
