namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class constraints
        {
            /// <summary>Every number but NaN.</summary>
            public class _Real : Constraint
            {
                /// <summary>Makes the constraint.</summary>
                public _Real()
                    : base(false, 0)
                {
                }

                /// <inheritdoc/>
                public override Tensor check(Tensor value) => Decide(value, x => ~x.isnan());
            }
        }
    }
}
