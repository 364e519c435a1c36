namespace TorchSharp;

/// <summary>Derivatives by central differences: what gradients are compared with.</summary>
internal static class NumericalJacobian
{
    /// <summary>For each output a matrix: a row for each element of the input, a column for each of the output.</summary>
    /// <remarks>
    /// Outputs are real. For a complex input the entry is the derivative along the real axis plus i times that along the imaginary one, which is
    /// what libtorch's gradients are.
    /// </remarks>
    internal static torch.Tensor[] Of(Func<torch.Tensor[]> function, torch.Tensor input, torch.Tensor[] outputs, double eps)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        var rows = new List<torch.Tensor>[outputs.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            rows[i] = [];
        }

        using torch.Tensor data = input.detach();
        foreach (torch.Tensor entry in Entries(data))
        {
            using torch.Tensor step = torch.tensor(eps, data.dtype);
            torch.Tensor[] real = Difference(function, entry, step, eps);
            torch.Tensor[]? imaginary = input.is_complex() ? Difference(function, entry, Imaginary(step), eps) : null;
            for (int i = 0; i < rows.Length; i++)
            {
                rows[i].Add(imaginary is null ? real[i] : torch.complex(real[i], imaginary[i]));
            }
        }

        return [.. rows.Select((row, i) => (row.Count == 0
            ? torch.zeros(0, outputs[i].numel(), dtype: outputs[i].dtype)
            : torch.stack(row, 0)).MoveToOuterDisposeScope())];
    }

    /// <summary>A view of each element, in the order of its indices.</summary>
    private static IEnumerable<torch.Tensor> Entries(torch.Tensor data)
    {
        long[] shape = data.shape;
        long[] strides = data.stride();
        long offset = data.storage_offset();
        for (long number = 0; number < data.numel(); number++)
        {
            long rest = number, place = offset;
            for (int dim = shape.Length - 1; dim >= 0; dim--)
            {
                place += rest % shape[dim] * strides[dim];
                rest /= shape[dim];
            }

            yield return data.as_strided([], [], place);
        }
    }

    /// <summary>For each output how it changes with an input along a real direction of unit length, and of a complex one along another times i.</summary>
    internal static torch.Tensor[] Along(Func<torch.Tensor[]> function, torch.Tensor input, (torch.Tensor real, torch.Tensor imaginary) u, double eps)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        torch.Tensor data = input.detach();
        torch.Tensor step = (u.real * eps).to(data.dtype).reshape(data.shape);
        torch.Tensor[] change = Difference(function, data, step, eps);
        if (data.is_complex())
        {
            torch.Tensor turned = Imaginary((u.imaginary * eps).to(data.dtype).reshape(data.shape));
            change = [.. change.Zip(Difference(function, data, turned, eps), (real, imaginary) => torch.complex(real, imaginary))];
        }

        return Array.ConvertAll(change, one => one.MoveToOuterDisposeScope());
    }

    private static torch.Tensor Imaginary(torch.Tensor step) => step * (Scalar)System.Numerics.Complex.ImaginaryOne;

    private static torch.Tensor[] Difference(Func<torch.Tensor[]> function, torch.Tensor entry, torch.Tensor step, double eps)
    {
        using torch.Tensor original = entry.clone();
        using torch.Tensor below = original - step;
        using torch.Tensor above = original + step;
        torch.Tensor[] low = At(function, entry, below);
        torch.Tensor[] high = At(function, entry, above);
        using (torch.no_grad())
        {
            entry.copy_(original);
        }

        return [.. low.Select((value, i) =>
        {
            if (value.dtype != high[i].dtype || !value.shape.SequenceEqual(high[i].shape))
            {
                throw new GradcheckException(
                    $"output {i} changes its shape or type with its input: [{string.Join(", ", value.shape)}] {value.dtype} and [{string.Join(", ", high[i].shape)}] {high[i].dtype}, {2 * eps} apart");
            }

            return ((high[i] - value) / (2 * eps)).detach().reshape(-1);
        })];
    }

    private static torch.Tensor[] At(Func<torch.Tensor[]> function, torch.Tensor entry, torch.Tensor value)
    {
        using (torch.no_grad())
        {
            entry.copy_(value);
        }

        // An output may be the input itself, which is about to change.
        return Array.ConvertAll(function(), output => output.detach().clone());
    }
}
