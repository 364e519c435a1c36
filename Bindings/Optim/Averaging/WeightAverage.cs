using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Moves the averaged copy of a model on by the model's present values: what all <c>AveragedModel</c> classes do.</summary>
internal sealed class WeightAverage(
    nn.Module average, Tensor count, Func<Tensor, Tensor, Tensor, Tensor>? one, Action<IReadOnlyList<Tensor>, IReadOnlyList<Tensor>, Tensor>? many,
    bool withBuffers)
{
    public void Update(nn.Module model)
    {
        ArgumentNullException.ThrowIfNull(model);
        using var guard = no_grad();
        using var scope = NewDisposeScope();
        List<(Tensor average, Tensor current)> pairs = Pairs("parameters", average.parameters(), model.parameters());
        List<(Tensor average, Tensor current)> buffers = Pairs("buffers", average.buffers(), model.buffers());
        if (withBuffers)
        {
            pairs.AddRange(buffers);
        }
        else
        {
            Copy(buffers);
        }

        if (count.item<long>() == 0)
        {
            Copy(pairs);
        }
        else if (one is not null)
        {
            Each(pairs, one);
        }
        else
        {
            Together(pairs, many ?? optim.swa_utils.get_swa_multi_avg_fn());
        }

        ops.aten.add__Scalar(count, 1);
    }

    private static List<(Tensor average, Tensor current)> Pairs(string what, IEnumerable<Tensor> averages, IEnumerable<Tensor> currents)
    {
        Tensor[] left = [.. averages], right = [.. currents];
        if (left.Length != right.Length)
        {
            throw new ArgumentException(
                $"The averaged model has {left.Length} {what}, this one {right.Length}: give the model that the average was made of.", "model");
        }

        for (var i = 0; i < left.Length; i++)
        {
            if (!left[i].shape.AsSpan().SequenceEqual(right[i].shape))
            {
                throw new ArgumentException(
                    $"Of {what}, number {i} is {Repr.Shape(left[i])} in the average and {Repr.Shape(right[i])} in this model.", "model");
            }
        }

        return [.. left.Zip(right, (average, current) => (average.detach(), current.detach().to(average.device)))];
    }

    private static void Copy(List<(Tensor average, Tensor current)> pairs)
    {
        foreach (var (average, current) in pairs)
        {
            ops.aten.copy_(average, current);
        }
    }

    private void Each(List<(Tensor average, Tensor current)> pairs, Func<Tensor, Tensor, Tensor, Tensor> function)
    {
        foreach (var (average, current) in pairs)
        {
            ops.aten.copy_(average, function(average, current, count.to(average.device)));
        }
    }

    // Operators over lists want tensors of one device and type.
    private void Together(
        List<(Tensor average, Tensor current)> pairs, Action<IReadOnlyList<Tensor>, IReadOnlyList<Tensor>, Tensor> function)
    {
        foreach (var alike in pairs.GroupBy(pair => (pair.average.dtype, pair.average.device_type, pair.average.device_index)))
        {
            Tensor[] averages = [.. alike.Select(pair => pair.average)];
            function(averages, [.. alike.Select(pair => pair.current)], count.to(averages[0].device));
        }
    }
}
