namespace TorchSharp;

/// <summary>Derivatives as autograd computes them, laid out as <see cref="NumericalJacobian"/> has them.</summary>
internal static class AnalyticalJacobian
{
    /// <summary>By backward: for each input a matrix, a row for each element of it and a column for each of the output.</summary>
    internal static torch.Tensor[] Backward(torch.Tensor output, torch.Tensor[] inputs, GradcheckSettings settings) =>
        Twice(() => Once(output, inputs, settings), settings);

    /// <summary>By backward with one gradient of the output: for each input a vector of its elements' gradients.</summary>
    internal static torch.Tensor[] Along(torch.Tensor output, torch.Tensor[] inputs, torch.Tensor v, GradcheckSettings settings) => Twice(
        () => [.. Gradients(output, inputs, v, settings).Select((gradient, i) => gradient
            ?? torch.zeros(inputs[i].numel(), dtype: inputs[i].dtype, device: inputs[i].device))],
        settings);

    private static torch.Tensor[] Twice(Func<torch.Tensor[]> backward, GradcheckSettings settings)
    {
        torch.Tensor[] first = backward();
        torch.Tensor[] second = backward();
        for (int i = 0; i < first.Length; i++)
        {
            using torch.Tensor apart = (first[i] - second[i]).abs();
            if (apart.numel() > 0 && !(apart.max().to_type(torch.ScalarType.Float64).item<double>() <= settings.NondetTol))
            {
                throw new GradcheckException(
                    $"backward is not reentrant: with the same input and gradient it gives different values for input {i}, more than nondet_tol = {settings.NondetTol} apart");
            }
        }

        return first;
    }

    /// <summary>By forward derivatives: the output's change along each element of one input.</summary>
    internal static torch.Tensor Forward(Func<torch.Tensor[], torch.Tensor[]> function, torch.Tensor[] inputs, int input, int output, long columns)
    {
        List<torch.Tensor> rows = [];
        torch.Tensor[] plain = Array.ConvertAll(inputs, one => one.detach());
        for (long element = 0; element < inputs[input].numel(); element++)
        {
            using IDisposable level = torch.autograd.forward_ad.dual_level();
            torch.Tensor tangent = torch.zeros(plain[input].numel(), dtype: plain[input].dtype, device: plain[input].device);
            tangent[element] = torch.ones([], plain[input].dtype);
            torch.Tensor[] at = [.. plain];
            at[input] = torch.autograd.forward_ad.make_dual(plain[input], tangent.reshape(plain[input].shape));
            (torch.Tensor value, torch.Tensor? change) = torch.autograd.forward_ad.unpack_dual(function(at)[output]);
            rows.Add((change is null ? torch.zeros_like(value) : change).detach().clone().reshape(-1));
        }

        return rows.Count == 0 ? torch.zeros(0, columns, dtype: inputs[input].dtype) : torch.stack(rows, 0);
    }

    private static torch.Tensor[] Once(torch.Tensor output, torch.Tensor[] inputs, GradcheckSettings settings)
    {
        long columns = output.numel();
        torch.Tensor[] found = [.. inputs.Select(input => torch.zeros(input.numel(), columns, dtype: input.dtype, device: input.device))];
        for (long column = 0; column < columns; column++)
        {
            torch.Tensor one = torch.zeros(columns, dtype: output.dtype, device: output.device);
            one[column] = torch.ones([], output.dtype);
            torch.Tensor?[] gradients = Gradients(output, inputs, one, settings);
            for (int i = 0; i < inputs.Length; i++)
            {
                if (gradients[i] is { } gradient)
                {
                    found[i].select(1, column).copy_(gradient);
                }
            }
        }

        return found;
    }

    /// <summary>The gradients of the inputs as vectors, of their input's type and shape; null for one that does not matter.</summary>
    private static torch.Tensor?[] Gradients(torch.Tensor output, torch.Tensor[] inputs, torch.Tensor v, GradcheckSettings settings)
    {
        IList<torch.Tensor> gradients = torch.autograd.grad(
            [output], inputs, [v.reshape(output.shape)], retain_graph: true, allow_unused: true);
        var vectors = new torch.Tensor?[inputs.Length];
        for (int i = 0; i < inputs.Length; i++)
        {
            if (gradients[i] is not { } gradient)
            {
                continue;
            }

            if (settings.Dtypes && gradient.dtype != inputs[i].dtype)
            {
                throw new GradcheckException($"the gradient of input {i} is of type {gradient.dtype}, the input of {inputs[i].dtype}");
            }

            if (!gradient.shape.SequenceEqual(inputs[i].shape))
            {
                throw new GradcheckException(
                    $"the gradient of input {i} has shape [{string.Join(", ", gradient.shape)}], the input [{string.Join(", ", inputs[i].shape)}]");
            }

            vectors[i] = gradient.detach().to_dense().reshape(-1);
        }

        return vectors;
    }
}
