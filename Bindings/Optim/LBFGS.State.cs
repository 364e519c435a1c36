using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <content>What is kept between steps.</content>
public partial class LBFGS
{
    /// <summary>What is kept between steps for all parameters together, with the first of them (as in Python). Vectors are flat.</summary>
    /// <param name="parameter">The first parameter.</param>
    public class State(Parameter parameter) : OptimizerState(parameter)
    {
        /// <summary>Evaluations so far.</summary>
        public long func_evals;

        /// <summary>Iterations so far.</summary>
        public long n_iter;

        /// <summary>The direction that was taken last; null before the first iteration.</summary>
        public Tensor? d;

        /// <summary>How far it was gone.</summary>
        public double t;

        /// <summary>Scale of the inverse Hessian that the history starts from.</summary>
        public double H_diag = 1;

        /// <summary>The gradient at the start of the last iteration.</summary>
        public Tensor? prev_flat_grad;

        /// <summary>The loss there.</summary>
        public double prev_loss;

        /// <summary>Changes of the gradient, the oldest first.</summary>
        public readonly List<Tensor> old_dirs = [];

        /// <summary>The steps that made them.</summary>
        public readonly List<Tensor> old_stps = [];

        /// <summary>One over the products of both.</summary>
        public readonly List<double> ro = [];

        /// <inheritdoc/>
        public override void Describe(IStateVisitor visitor)
        {
            ArgumentNullException.ThrowIfNull(visitor);
            visitor.Step("func_evals", ref func_evals, asTensor: false);
            visitor.Step("n_iter", ref n_iter, asTensor: false);
            visitor.Tensor("d", ref d);
            visitor.Number("t", ref t, asTensor: false);
            visitor.Tensors("old_dirs", old_dirs);
            visitor.Tensors("old_stps", old_stps);
            visitor.Numbers("ro", ro);
            visitor.Number("H_diag", ref H_diag, asTensor: false);
            visitor.Tensor("prev_flat_grad", ref prev_flat_grad);
            visitor.Number("prev_loss", ref prev_loss, asTensor: false);
            if (old_dirs.Count != ro.Count || old_stps.Count != ro.Count)
            {
                throw new ArgumentException(
                    $"The state dictionary's old_dirs, old_stps and ro belong together, but hold {old_dirs.Count}, {old_stps.Count} and {ro.Count} values.");
            }
        }

        /// <summary>Begins the history anew.</summary>
        internal void Forget()
        {
            StateDispose.Instance.Tensors("old_dirs", old_dirs);
            StateDispose.Instance.Tensors("old_stps", old_stps);
            ro.Clear();
            H_diag = 1;
        }

        /// <summary>Keeps where an iteration starts and which way it goes.</summary>
        internal void Keep(Tensor direction, Tensor gradient, double loss)
        {
            d?.Dispose();
            prev_flat_grad?.Dispose();
            d = ops.aten.clone(direction).DetachFromDisposeScope();
            prev_flat_grad = ops.aten.clone(gradient).DetachFromDisposeScope();
            prev_loss = loss;
        }

        /// <summary>Takes what the last iteration showed of the curvature into the history.</summary>
        internal void Remember(Tensor gradient, long limit)
        {
            var change = ops.aten.sub_Tensor(gradient, prev_flat_grad!);
            var step = ops.aten.mul_Scalar(d!, t);
            var product = Product(change, step);
            if (product <= 1e-10)
            {
                return;
            }
            while (ro.Count >= limit)
            {
                old_dirs[0].Dispose();
                old_stps[0].Dispose();
                old_dirs.RemoveAt(0);
                old_stps.RemoveAt(0);
                ro.RemoveAt(0);
            }
            old_dirs.Add(change.DetachFromDisposeScope());
            old_stps.Add(step.DetachFromDisposeScope());
            ro.Add(1 / product);
            H_diag = product / Product(change, change);
        }

        private static double Product(Tensor left, Tensor right)
        {
            using var product = ops.aten.dot(left, right);
            using var number = product.to_type(ScalarType.Float64);
            return number.item<double>();
        }
    }
}
