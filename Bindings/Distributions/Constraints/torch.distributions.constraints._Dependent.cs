namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class constraints
        {
            /// <summary>A region that depends on other parameters: nothing can be checked against it.</summary>
            public class _Dependent : Constraint
            {
                /// <summary>Makes the constraint.</summary>
                /// <param name="is_discrete">Whether the region is a set of separate points.</param>
                /// <param name="event_dim">How many of a tensor's last dimensions make up one value.</param>
                public _Dependent(bool is_discrete = false, int event_dim = 0)
                    : base(is_discrete, event_dim)
                {
                }

                /// <summary>Always an error.</summary>
                /// <param name="value">Values.</param>
                /// <exception cref="InvalidOperationException">Always.</exception>
                public override Tensor check(Tensor value) => throw new InvalidOperationException("Cannot determine validity of dependent constraint");
            }
        }
    }
}
