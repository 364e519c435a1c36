using static TorchSharp.torch.distributions.constraints;

namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class transforms
        {
            /// <summary>A transform the other way round; its pairs are remembered by the one it inverts.</summary>
            internal sealed class InverseTransform(Transform inner) : Transform
            {
                public override Transform inv => inner;

                public override Constraint domain => inner.codomain;

                public override Constraint codomain => inner.domain;

                public override bool bijective => inner.bijective;

                public override long[] forward_shape(long[] shape) => inner.inverse_shape(shape);

                public override long[] inverse_shape(long[] shape) => inner.forward_shape(shape);

                public override string ToString() => $"_InverseTransform({inner})";

                internal override Tensor Forward(Tensor x) => inner.Backward(x);

                internal override Tensor Backward(Tensor y) => inner.Forward(y);

                protected internal override Tensor _call(Tensor x) => inner.Backward(x);

                protected internal override Tensor _inverse(Tensor y) => inner.Forward(y);

                protected internal override Tensor _sign() => inner._sign();

                protected internal override Tensor log_abs_det_jacobian(Tensor x, Tensor y) => -inner.log_abs_det_jacobian(y, x);

                private protected override bool IsSame(Transform other) => other is InverseTransform inverse && inverse.inv.Equals(inner);

                private protected override Transform Recached(int cache_size) => inner.with_cache(cache_size).inv;
            }
        }
    }
}
