using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using aten = TorchSharp.torch.ops.aten;

namespace TorchSharp.Modules;

/// <summary>Normalizes groups of channels of each sample: (N, C, ...). Python's <c>torch.nn.GroupNorm</c>.</summary>
public class GroupNorm : Module<Tensor, Tensor>
{
    private readonly long _channels;
    private Parameter? _weight;
    private Parameter? _bias;

    internal GroupNorm(long num_groups, long num_channels, double eps, bool affine, Device? device, ScalarType? dtype)
        : base(nameof(GroupNorm))
    {
        if (num_groups <= 0 || num_channels % num_groups != 0)
        {
            throw new ArgumentException($"{num_groups} groups do not divide {num_channels} channels.", nameof(num_groups));
        }

        _channels = num_channels;
        this.num_groups = num_groups;
        this.eps = eps;
        this.affine = affine;
        weight = affine ? NewParameter([num_channels], device, dtype) : null;
        bias = affine ? NewParameter([num_channels], device, dtype) : null;
        reset_parameters();
    }

    /// <summary>(C): the scale, 1 at the start; null without <see cref="affine"/>.</summary>
    public Parameter? weight
    {
        get => Current(_weight);
        set => SetParameter(ref _weight, value);
    }

    /// <summary>(C): the shift, 0 at the start; null without <see cref="affine"/>.</summary>
    public Parameter? bias
    {
        get => Current(_bias);
        set => SetParameter(ref _bias, value);
    }

    /// <summary>The number of groups.</summary>
    public long num_groups { get; set; }

    /// <summary>Added to the variance.</summary>
    public double eps { get; set; }

    /// <summary>Whether there are a scale and a shift.</summary>
    public bool affine { get; set; }

    /// <summary>Sets scale and shift to 1 and 0.</summary>
    public void reset_parameters()
    {
        if (weight is not null && bias is not null)
        {
            init.ones_(weight);
            init.zeros_(bias);
        }
    }

    /// <summary>Normalizes.</summary>
    public override Tensor forward(Tensor tensor) => functional.group_norm(tensor, num_groups, _weight, _bias, eps);

    /// <inheritdoc/>
    protected override string extra_repr() => $"{num_groups}, {_channels}, eps={Repr.Float(eps)}, affine={Repr.Bool(affine)}";
}
