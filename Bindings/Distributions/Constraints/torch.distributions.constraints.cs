namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        /// <summary>Regions in which parameters and values are valid (torch.distributions.constraints).</summary>
        public static partial class constraints
        {
            /// <summary>A region that depends on other parameters.</summary>
            public static readonly _Dependent dependent = new();

            /// <summary>0 and 1.</summary>
            public static readonly _Boolean boolean = new();

            /// <summary>Vectors of zeros and a single 1.</summary>
            public static readonly _OneHot one_hot = new();

            /// <summary>Whole numbers from 0 on.</summary>
            public static readonly _IntegerGreaterThan nonnegative_integer = new(0L);

            /// <summary>Whole numbers from 1 on.</summary>
            public static readonly _IntegerGreaterThan positive_integer = new(1L);

            /// <summary>Every number but NaN.</summary>
            public static readonly _Real real = new();

            /// <summary>Vectors without NaN.</summary>
            public static readonly _IndependentConstraint real_vector = new(real, 1);

            /// <summary>Numbers greater than 0.</summary>
            public static readonly _GreaterThan positive = new(0.0);

            /// <summary>Numbers not less than 0.</summary>
            public static readonly _GreaterThanEq nonnegative = new(0.0);

            /// <summary>Numbers from 0 to 1.</summary>
            public static readonly _Interval unit_interval = new(0.0, 1.0);

            /// <summary>Vectors of non-negative numbers that add up to 1.</summary>
            public static readonly _Simplex simplex = new();

            /// <summary>Lower triangular matrices.</summary>
            public static readonly _LowerTriangular lower_triangular = new();

            /// <summary>Lower triangular matrices with a positive diagonal.</summary>
            public static readonly _LowerCholesky lower_cholesky = new();

            /// <summary>Cholesky factors of correlation matrices.</summary>
            public static readonly _CorrCholesky corr_cholesky = new();

            /// <summary>Square matrices.</summary>
            public static readonly _Square square = new();

            /// <summary>Symmetric matrices.</summary>
            public static readonly _Symmetric symmetric = new();

            /// <summary>Symmetric matrices without negative eigenvalues.</summary>
            public static readonly _PositiveSemiDefinite positive_semidefinite = new();

            /// <summary>Symmetric matrices whose eigenvalues are all positive.</summary>
            public static readonly _PositiveDefinite positive_definite = new();

            /// <summary>Joins dimensions of a constraint's values into greater values.</summary>
            /// <param name="base_constraint">What each has to satisfy.</param>
            /// <param name="reinterpreted_batch_ndims">How many more dimensions make up one value.</param>
            public static _IndependentConstraint independent(Constraint base_constraint, int reinterpreted_batch_ndims) =>
                new(base_constraint, reinterpreted_batch_ndims);

            /// <summary>Whole numbers from lb to ub, both included.</summary>
            /// <param name="lb">The smallest.</param>
            /// <param name="ub">The greatest.</param>
            public static _IntegerInterval integer_interval(long lb, long ub) => new(lb, ub);

            /// <summary>Numbers greater than a number.</summary>
            /// <param name="lower_bound">The number.</param>
            public static _GreaterThan greater_than(double lower_bound) => new(lower_bound);

            /// <summary>Numbers not less than a number.</summary>
            /// <param name="lower_bound">The number.</param>
            public static _GreaterThanEq greater_than_eq(double lower_bound) => new(lower_bound);

            /// <summary>Numbers less than a number.</summary>
            /// <param name="upper_bound">The number.</param>
            public static _LessThan less_than(double upper_bound) => new(upper_bound);

            /// <summary>Vectors of counts that add up to no more than a number.</summary>
            /// <param name="upper_bound">The greatest sum.</param>
            public static _Multinomial multinomial(long upper_bound) => new(upper_bound);

            /// <summary>Numbers from lower_bound to upper_bound, both included.</summary>
            /// <param name="lower_bound">The smallest.</param>
            /// <param name="upper_bound">The greatest.</param>
            public static _Interval interval(double lower_bound, double upper_bound) => new(lower_bound, upper_bound);

            /// <summary>Numbers from lower_bound, included, to upper_bound, not included.</summary>
            /// <param name="lower_bound">The smallest.</param>
            /// <param name="upper_bound">What they stay below.</param>
            public static _HalfOpenInterval half_open_interval(double lower_bound, double upper_bound) => new(lower_bound, upper_bound);

            /// <summary>A constraint for each of the pieces that a dimension is cut into.</summary>
            /// <param name="cseq">What each piece has to satisfy.</param>
            /// <param name="dim">The dimension that is cut.</param>
            /// <param name="lengths">How long each piece is; 1 each when null.</param>
            public static _Cat cat(IList<Constraint> cseq, long dim = 0, IList<long>? lengths = null) => new(cseq, dim, lengths);

            /// <summary>A constraint for each place along a dimension.</summary>
            /// <param name="cseq">What the value at each place has to satisfy.</param>
            /// <param name="dim">The dimension.</param>
            public static _Stack stack(IList<Constraint> cseq, int dim = 0) => new(cseq, dim);

            /// <summary>Whether a constraint depends on other parameters and so cannot be checked.</summary>
            /// <param name="constraint">The constraint.</param>
            public static bool is_dependent(Constraint constraint) => constraint is _Dependent;
        }
    }
}
