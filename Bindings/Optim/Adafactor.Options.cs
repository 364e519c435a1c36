using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <content>Options, state and group.</content>
public partial class Adafactor
{
    /// <summary>The options of a group.</summary>
    public class Options : OptimizerOptions
    {
        /// <summary>Power of the step that the second moment's newest share falls with.</summary>
        public double? beta2_decay;

        /// <summary>Lower bound of the moments; null for the element type's precision.</summary>
        public double? eps1;

        /// <summary>Lower bound of a parameter's size.</summary>
        public double? eps2;

        /// <summary>The root mean square that an update is clipped to.</summary>
        public double? d;

        /// <summary>Share of a parameter that each step takes away, times the learning rate.</summary>
        public double? weight_decay;

        /// <summary>Whether to climb instead of to descend.</summary>
        public bool? maximize;

        /// <inheritdoc/>
        public override void Describe(IOptionVisitor visitor)
        {
            base.Describe(visitor);
            visitor.Number("beta2_decay", ref beta2_decay);
            visitor.Pair("eps", ref eps1, ref eps2);
            visitor.Number("d", ref d);
            visitor.Number("weight_decay", ref weight_decay);
            visitor.Flag("maximize", ref maximize);
            visitor.Constant("foreach", null);
        }
    }

    /// <summary>What is kept for a parameter: second moments, by row and column for those of two or more dimensions.</summary>
    /// <param name="parameter">The parameter.</param>
    public class State(Parameter parameter) : OptimizerState(parameter)
    {
        /// <summary>Steps taken.</summary>
        public long step;

        /// <summary>Means over each row (the last dimension); null for vectors.</summary>
        public Tensor? row_var;

        /// <summary>Means over each column (the last dimension but one); null for vectors.</summary>
        public Tensor? col_var;

        /// <summary>The moments themselves; null for matrices.</summary>
        public Tensor? variance;

        /// <inheritdoc/>
        public override void Initialize(OptimizerOptions options)
        {
            if (_parameter.Dimensions < 2)
            {
                variance = ZerosLikeParameter();
                return;
            }
            row_var = Zeros(-1);
            col_var = Zeros(-2);
        }

        /// <inheritdoc/>
        public override void Describe(IStateVisitor visitor)
        {
            ArgumentNullException.ThrowIfNull(visitor);
            visitor.Step("step", ref step, asTensor: true);
            visitor.Tensor("row_var", ref row_var);
            visitor.Tensor("col_var", ref col_var);
            visitor.Tensor("variance", ref variance);
        }

        /// <summary>Takes a gradient in, and gives the second moments of its elements.</summary>
        internal Tensor Moments(Tensor gradient, double share, double lowest)
        {
            var squares = ops.aten.square(gradient);
            if (variance is not null)
            {
                ops.aten.lerp__Scalar(variance, squares, share);
                return variance;
            }
            ops.aten.lerp__Scalar(row_var!, ops.aten.mean_dim(squares, [-1], keepdim: true), share);
            ops.aten.lerp__Scalar(col_var!, ops.aten.mean_dim(squares, [-2], keepdim: true), share);
            var mean = ops.aten.clamp_min(ops.aten.mean_dim(row_var!, [-2], keepdim: true), lowest);
            return ops.aten.div_Tensor(ops.aten.mul_Tensor(row_var!, col_var!), mean);
        }

        private Tensor Zeros(int without)
        {
            var shape = _parameter.shape;
            shape[^-without] = 1;
            return ops.aten.new_zeros(_parameter, shape).DetachFromDisposeScope();
        }
    }

    /// <summary>A group of parameters with options of its own.</summary>
    public class ParamGroup : ParamGroup<Options>
    {
        /// <summary>Creates an empty group.</summary>
        public ParamGroup()
        {
        }

        /// <summary>Creates a group.</summary>
        /// <param name="parameters">The parameters.</param>
        /// <param name="options">The options; those left null take the optimizer's.</param>
        public ParamGroup(IEnumerable<Parameter> parameters, Options? options = null)
            : base(parameters, options)
        {
        }
    }
}
