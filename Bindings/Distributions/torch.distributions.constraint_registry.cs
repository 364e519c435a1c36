using static TorchSharp.torch.distributions.constraints;
using static TorchSharp.torch.distributions.transforms;

namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        /// <summary>A bijective map from all numbers onto the region of a constraint (torch.distributions.biject_to).</summary>
        /// <param name="constraint">The constraint.</param>
        /// <exception cref="NotSupportedException">No map is known for it.</exception>
        public static Transform biject_to(Constraint constraint) => constraint_registry.biject_to.transform(constraint);

        /// <summary>A map from all numbers onto the region of a constraint, made for optimizing there (torch.distributions.transform_to).</summary>
        /// <param name="constraint">The constraint.</param>
        /// <exception cref="NotSupportedException">No map is known for it.</exception>
        public static Transform transform_to(Constraint constraint) => constraint_registry.transform_to.transform(constraint);

        /// <summary>Where maps onto constrained regions are found, and added (torch.distributions.constraint_registry).</summary>
        public static partial class constraint_registry
        {
            /// <summary>Bijective maps.</summary>
            public static ConstraintRegistry biject_to { get; } = Common(new ConstraintRegistry())
                .register<_Simplex>(_ => new StickBreakingTransform());

            /// <summary>Maps made for optimizing: they need not be bijective.</summary>
            public static ConstraintRegistry transform_to { get; } = Common(new ConstraintRegistry())
                .register<_Simplex>(_ => new SoftmaxTransform())
                .register<_LowerCholesky>(_ => new LowerCholeskyTransform());

            private static ConstraintRegistry Common(ConstraintRegistry registry) => registry
                .register<_Real>(_ => identity_transform)
                .register<_IndependentConstraint>(it => new IndependentTransform(registry.transform(it.base_constraint), it.reinterpreted_batch_ndims))
                .register<_GreaterThan>(it => new ComposeTransform([new ExpTransform(), Shift(it.Lower, 1)]))
                .register<_GreaterThanEq>(it => new ComposeTransform([new ExpTransform(), Shift(it.Lower, 1)]))
                .register<_LessThan>(it => new ComposeTransform([new ExpTransform(), Shift(it.Upper, -1)]))
                .register<_Interval>(it => Between(it.Lower, it.Upper))
                .register<_HalfOpenInterval>(it => Between(it.Lower, it.Upper))
                .register<_CorrCholesky>(_ => new CorrCholeskyTransform())
                .register<_Cat>(it => new CatTransform(it.cseq.Select(registry.transform), it.dim, it.lengths))
                .register<_Stack>(it => new StackTransform(it.cseq.Select(registry.transform), it.dim));

            private static AffineTransform Shift(Bound by, double sign)
            {
                if (by.Each is not { } each)
                {
                    return new AffineTransform(by.Number, sign);
                }

                using Tensor signs = full_like(each, sign).detach();
                return new AffineTransform(each, signs);
            }

            private static Transform Between(Bound lower, Bound upper)
            {
                if (lower.Each is null && upper.Each is null)
                {
                    return lower.Number == 0 && upper.Number == 1
                        ? new SigmoidTransform()
                        : new ComposeTransform([new SigmoidTransform(), new AffineTransform(lower.Number, upper.Number - lower.Number)]);
                }

                using DisposeScope scope = NewDisposeScope();
                Tensor like = lower.Each ?? upper.Each!;
                Tensor from = lower.Each ?? full_like(like, lower.Number);
                Tensor to = upper.Each ?? full_like(like, upper.Number);
                return new ComposeTransform([new SigmoidTransform(), new AffineTransform(from, to - from)]);
            }
        }
    }
}
