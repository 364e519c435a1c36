using TorchSharp;
using static TorchSharp.torch.distributions.constraints;

namespace Bindings.Tests.Distributions;

/// <summary>The constraints that tests/golden/distributions/transforms.py names.</summary>
internal static class ConstraintCatalog
{
    internal static Constraint Get(string name) => name switch
    {
        "boolean" => boolean,
        "one_hot" => one_hot,
        "real" => torch.distributions.constraints.real,
        "real_vector" => real_vector,
        "positive" => positive,
        "nonnegative" => nonnegative,
        "nonnegative_integer" => nonnegative_integer,
        "positive_integer" => positive_integer,
        "unit_interval" => unit_interval,
        "simplex" => simplex,
        "lower_triangular" => lower_triangular,
        "lower_cholesky" => lower_cholesky,
        "corr_cholesky" => corr_cholesky,
        "square" or "not square" => square,
        "symmetric" => symmetric,
        "positive_definite" => positive_definite,
        "positive_semidefinite" => positive_semidefinite,
        "integer_interval" => integer_interval(0, 3),
        "greater_than" => greater_than(0.5),
        "greater_than_eq" => greater_than_eq(1.0),
        "less_than" => less_than(1.0),
        "interval" => interval(-0.5, 3.0),
        "half_open_interval" => half_open_interval(-0.5, 3.0),
        "multinomial" => multinomial(2),
        "independent" => independent(positive, 1),
        "cat" => cat([positive, torch.distributions.constraints.real], 0, [2, 4]),
        "stack" => stack([positive, torch.distributions.constraints.real, unit_interval], -1),
        var unknown => throw new ArgumentException($"the goldens have a constraint {unknown}"),
    };
}
