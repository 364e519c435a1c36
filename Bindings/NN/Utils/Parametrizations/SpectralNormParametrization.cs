using static TorchSharp.torch;
using aten = TorchSharp.torch.ops.aten;

namespace TorchSharp.Modules;

/// <summary>A weight over its largest singular value; see <see cref="nn.utils.parametrizations.spectral_norm"/>.</summary>
internal sealed class SpectralNormParametrization : nn.Module<Tensor, Tensor>, nn.utils.parametrize.IRightInverse<Tensor>
{
    // As many steps as Python takes before the first use.
    private const int FirstSteps = 15;

    private readonly PowerIteration _iteration;
    private readonly int _steps;
    private readonly Tensor? _u;
    private readonly Tensor? _v;

    internal SpectralNormParametrization(Tensor weight, int steps, double eps, long dim)
        : base("_SpectralNorm")
    {
        _iteration = new PowerIteration(steps, eps, dim);
        _steps = steps;
        if (weight.dim() > 1)
        {
            (_u, _v) = _iteration.Start(weight);
            using var guard = no_grad();
            using var matrix = _iteration.Matrix(weight);
            _iteration.Iterate(matrix, _u, _v, FirstSteps, rowsFirst: true);
            register_buffer("_u", _u);
            register_buffer("_v", _v);
        }
    }

    internal override string TypeName => GetName();

    public override Tensor forward(Tensor input)
    {
        if (_u is null || _v is null)
        {
            return _iteration.Direction(input);
        }

        using var scope = NewDisposeScope();
        var matrix = _iteration.Matrix(input);
        if (training)
        {
            _iteration.Iterate(matrix, _u, _v, _steps, rowsFirst: true);
        }

        // The vectors move on in place; what backward will use has to stay.
        var sigma = aten.dot(aten.clone(_u), aten.mv(matrix, aten.clone(_v)));
        return aten.div_Tensor(input, sigma).MoveToOuterDisposeScope();
    }

    /// <summary>The value itself: its norm is taken off at the next computation.</summary>
    public Tensor right_inverse(Tensor value) => value;
}
