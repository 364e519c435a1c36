using TorchSharp.Interop;
using static TorchSharp.torch;
using static TorchSharp.torch.distributions;

namespace TorchSharp.Modules;

/// <summary>The von Mises distribution of angles (torch.distributions.VonMises).</summary>
public class VonMises : Distribution
{
    private static readonly IReadOnlyDictionary<string, constraints.Constraint> Arguments = Constrained(
        ("loc", constraints.real),
        ("concentration", constraints.positive));

    /// <summary>Makes the distribution.</summary>
    /// <param name="loc">Where it lies.</param>
    /// <param name="concentration">The concentration; positive.</param>
    /// <param name="generator">Where draws come from; null for the default generator.</param>
    /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
    /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
    public VonMises(Tensor loc, Tensor concentration, Generator? generator = null, bool? validate_args = null)
        : base(generator, validate_args)
    {
        using DisposeScope temporary = NewDisposeScope();
        Tensor[] both = Broadcast(loc, concentration);
        this.loc = Keep("loc", both[0]);
        this.concentration = Keep("concentration", both[1]);
        _init(both[0].shape);
    }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, constraints.Constraint> arg_constraints => Arguments;

    /// <summary>The mean angle, in radians.</summary>
    public Tensor loc { get; }

    /// <summary>How closely angles gather around it.</summary>
    public Tensor concentration { get; }

    /// <inheritdoc/>
    public override constraints.Constraint support => constraints.real;

    /// <inheritdoc/>
    public override Tensor mean => Compute(() => loc);

    /// <inheritdoc/>
    public override Tensor mode => Compute(() => loc);

    /// <summary>The circular variance: one minus the mean resultant length.</summary>
    public override Tensor variance => Compute(() => 1 - (ops.aten.special_i1e(concentration) / ops.aten.special_i0e(concentration)));

    /// <inheritdoc/>
    /// <remarks>Best and Fisher's rejection from a wrapped Cauchy envelope; the loop ends when the last angle of the batch is accepted.</remarks>
    public override Tensor rsample(params long[] sample_shape) => Discrete(sample_shape, shape =>
    {
        // In float32 no angle is accepted where the concentration is small. Python draws in float64 for that, but its 1.13 did not yet.
        bool wide = OpTable.IsAtLeast("2.6") || (concentration < 1e-3).any().item<bool>();
        Tensor center = wide ? loc.to_type(ScalarType.Float64) : loc, kappa = wide ? concentration.to_type(ScalarType.Float64) : concentration;
        Tensor tau = 1 + (1 + (4 * kappa.square())).sqrt();
        Tensor rho = (tau - (2 * tau).sqrt()) / (2 * kappa);
        Tensor r = torch.where(kappa < 1e-5, (1 / kappa) + kappa, (1 + rho.square()) / (2 * rho));
        Tensor angles = empty(shape, dtype: kappa.dtype, device: loc.device);
        Tensor done = zeros(shape, dtype: ScalarType.Bool, device: loc.device);
        while (!done.all().item<bool>())
        {
            using DisposeScope round = NewDisposeScope();
            Tensor u = UniformDraw([3, .. shape], kappa);
            Tensor z = (Math.PI * u[0]).cos();
            Tensor f = (1 + (r * z)) / (r + z);
            Tensor c = kappa * (r - f);
            Tensor accept = ((c * (2 - c)) - u[1] > 0) | ((c / u[1]).log() + 1 - c >= 0);
            angles = torch.where(accept, (u[2] - 0.5).sign() * f.acos(), angles).MoveToOuterDisposeScope();
            done = (done | accept).MoveToOuterDisposeScope();
        }

        return (((angles + Math.PI + center) % (2 * Math.PI)) - Math.PI).to_type(loc.dtype);
    });

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Evaluate(value, x =>
        (concentration * ((x - loc).cos() - 1)) - Math.Log(2 * Math.PI) - ops.aten.special_i0e(concentration).log());

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null) =>
        Expanded(instance, () => new VonMises(loc.expand(batch_shape), concentration.expand(batch_shape), generator, false));
}
