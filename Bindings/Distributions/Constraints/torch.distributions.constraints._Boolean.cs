namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class constraints
        {
            /// <summary>The two values 0 and 1.</summary>
            public class _Boolean : Constraint
            {
                /// <summary>Makes the constraint.</summary>
                public _Boolean()
                    : base(true, 0)
                {
                }

                /// <inheritdoc/>
                public override Tensor check(Tensor value) => Decide(value, x => (x == 0) | (x == 1));
            }
        }
    }
}
