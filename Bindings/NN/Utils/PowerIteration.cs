using TorchSharp.Modules;
using static TorchSharp.torch;
using aten = TorchSharp.torch.ops.aten;

namespace TorchSharp;

/// <summary>Estimates the largest singular value of a weight, taken as a matrix with one row for each result.</summary>
/// <param name="steps">How many steps an iteration takes.</param>
/// <param name="eps">The least norm divided by.</param>
/// <param name="dim">The weight's dimension of results.</param>
internal sealed class PowerIteration(int steps, double eps, long dim)
{
    /// <summary>The dimension of results of a layer's weight.</summary>
    public static long DefaultDimension(nn.Module module) => module is ConvolutionTranspose ? 1 : 0;

    /// <summary>Random singular vectors to begin with: one entry for each row and for each column.</summary>
    public (Tensor u, Tensor v) Start(Tensor weight)
    {
        using var guard = no_grad();
        using var scope = NewDisposeScope();
        var matrix = Matrix(weight);
        var u = Direction(nn.init.normal_(aten.new_empty(matrix, [matrix.size(0)])));
        var v = Direction(nn.init.normal_(aten.new_empty(matrix, [matrix.size(1)])));
        return scope.MoveToOuter(u, v);
    }

    /// <summary>The weight over its largest singular value.</summary>
    /// <param name="weight">The weight.</param>
    /// <param name="u">The singular vector of the rows, moved on where <paramref name="iterate"/>.</param>
    /// <param name="v">The singular vector of the columns, moved on where <paramref name="iterate"/>.</param>
    /// <param name="iterate">Whether the vectors move on.</param>
    public Tensor Normalized(Tensor weight, Tensor u, Tensor v, bool iterate)
    {
        using var scope = NewDisposeScope();
        var matrix = Matrix(weight);
        var (left, right) = (u, v);
        if (iterate)
        {
            Iterate(matrix, u, v, steps, rowsFirst: false);
            // The next call moves the vectors on in place; what backward will use has to stay.
            (left, right) = (aten.clone(u), aten.clone(v));
        }

        var sigma = aten.dot(left, aten.mv(matrix, right));
        return aten.div_Tensor(weight, sigma).MoveToOuterDisposeScope();
    }

    /// <summary>Moves the singular vectors on, in place.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <param name="u">The singular vector of the rows.</param>
    /// <param name="v">The singular vector of the columns.</param>
    /// <param name="count">How many steps.</param>
    /// <param name="rowsFirst">Which of the two moves first in a step.</param>
    public void Iterate(Tensor matrix, Tensor u, Tensor v, int count, bool rowsFirst)
    {
        using var guard = no_grad();
        using var scope = NewDisposeScope();
        for (var i = 0; i < count; i++)
        {
            if (rowsFirst)
            {
                aten.copy_(u, Direction(aten.mv(matrix, v)));
            }

            aten.copy_(v, Direction(aten.mv(aten.t(matrix), u)));
            if (!rowsFirst)
            {
                aten.copy_(u, Direction(aten.mv(matrix, v)));
            }
        }
    }

    /// <summary>The weight as a matrix with one row for each result.</summary>
    public Tensor Matrix(Tensor weight)
    {
        var front = dim == 0 ? weight : aten.movedim_int(weight, dim, 0);
        return aten.reshape(front, [front.size(0), -1]);
    }

    /// <summary>A vector of length one in the direction of another.</summary>
    public Tensor Direction(Tensor vector) => nn.functional.normalize(vector, dim: 0, eps: eps);
}
