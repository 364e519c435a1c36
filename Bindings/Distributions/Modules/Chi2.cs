using static TorchSharp.torch;
using static TorchSharp.torch.distributions;

namespace TorchSharp.Modules;

/// <summary>The chi-squared distribution: the sum of squares of standard normal numbers (torch.distributions.Chi2).</summary>
public class Chi2 : Gamma
{
    private static readonly IReadOnlyDictionary<string, constraints.Constraint> Arguments = Constrained(("df", constraints.positive));

    /// <summary>Makes the distribution.</summary>
    /// <param name="df">Degrees of freedom: how many squares; positive.</param>
    /// <param name="generator">Where draws come from; null for the default generator.</param>
    /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
    /// <exception cref="ArgumentException">df is not positive.</exception>
    public Chi2(Tensor df, Generator? generator = null, bool? validate_args = null)
        : base(Halved(df), generator, validate_args)
    {
    }

    /// <summary>Degrees of freedom.</summary>
    public Tensor df => Lazily("degrees", () => concentration * 2);

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, constraints.Constraint> arg_constraints => Arguments;

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null) =>
        Expanded(instance, () => new Chi2(df.expand(batch_shape), generator, false));

    private protected override Tensor? ParameterFor(string name) => name == "df" ? df : base.ParameterFor(name);

    private static (Tensor Concentration, Tensor Rate) Halved(Tensor df)
    {
        ArgumentNullException.ThrowIfNull(df);
        return (df * 0.5, full_like(df, 0.5).detach());
    }
}
