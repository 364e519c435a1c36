namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            public static partial class parametrizations
            {
                /// <summary>How an orthogonal matrix is computed from an unconstrained one.</summary>
                public enum OrthogonalMap
                {
                    /// <summary>The exponential of a skew-symmetric matrix.</summary>
                    matrix_exp,

                    /// <summary>The Cayley transform of a skew-symmetric matrix.</summary>
                    cayley,

                    /// <summary>A product of Householder reflections; for real matrices.</summary>
                    householder,
                }
            }
        }
    }
}
