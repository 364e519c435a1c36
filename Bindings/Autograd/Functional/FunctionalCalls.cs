namespace TorchSharp;

/// <summary>What the functions of torch.autograd.functional share: fresh inputs, checked outputs, and gradients with zeros where there is none.</summary>
internal static class FunctionalCalls
{
    /// <summary>Inputs whose history starts here, or goes through to the caller's where derivatives of the result will be wanted.</summary>
    internal static torch.Tensor[] Inputs(torch.Tensor[] inputs, bool createGraph)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return Array.ConvertAll(inputs, input => createGraph && input.requires_grad
            ? input.view_as(input)
            : input.detach().requires_grad_());
    }

    internal static torch.Tensor[] Call(Func<torch.Tensor[], torch.Tensor[]> function, torch.Tensor[] inputs, bool strict)
    {
        torch.Tensor[] outputs = function(inputs) ?? throw new InvalidOperationException("the function gave null");
        for (int i = 0; strict && i < outputs.Length; i++)
        {
            if (!outputs[i].requires_grad)
            {
                throw new InvalidOperationException(
                    $"output {i} of the function does not ask for gradients: it depends on no input through operations that can be differentiated. That is not allowed with strict: true");
            }
        }

        return outputs;
    }

    internal static torch.Tensor OneNumber(torch.Tensor[] outputs, string what)
    {
        if (outputs.Length != 1 || outputs[0].numel() != 1)
        {
            throw new ArgumentException(
                $"the function given to {what} has to give a single tensor with a single element, not {(outputs.Length == 1 ? $"one of shape [{string.Join(", ", outputs[0].shape)}]" : $"{outputs.Length} tensors")}");
        }

        return outputs[0];
    }

    /// <summary>The vector of a product: shaped as what it is multiplied with, and 1 where that is one number.</summary>
    internal static torch.Tensor[] Vector(torch.Tensor[]? v, torch.Tensor[] like, bool createGraph)
    {
        if (v is null)
        {
            return like.Length == 1 && like[0].numel() == 1
                ? [torch.ones_like(like[0]).detach()]
                : throw new ArgumentException("the vector v may be left out only where it stands for a single number", nameof(v));
        }

        if (v.Length != like.Length)
        {
            throw new ArgumentException($"v has {v.Length} tensors, and {like.Length} are needed", nameof(v));
        }

        for (int i = 0; i < v.Length; i++)
        {
            if (!v[i].shape.SequenceEqual(like[i].shape))
            {
                throw new ArgumentException(
                    $"v{(v.Length > 1 ? $"[{i}]" : "")} has shape [{string.Join(", ", v[i].shape)}] and should have [{string.Join(", ", like[i].shape)}]", nameof(v));
            }
        }

        return Array.ConvertAll(v, one => createGraph ? one.view_as(one) : one.detach());
    }

    /// <summary>Gradients, null where an input is not reached; outputs that nothing was recorded for are left out.</summary>
    internal static torch.Tensor?[] Gradients(
        torch.Tensor[] outputs, torch.Tensor[] inputs, torch.Tensor[]? gradOutputs, bool createGraph, bool? retain = null, bool batched = false)
    {
        int[] used = [.. Enumerable.Range(0, outputs.Length).Where(i => outputs[i].requires_grad)];
        if (used.Length == 0)
        {
            return new torch.Tensor?[inputs.Length];
        }

        using (torch.enable_grad())
        {
            return [.. torch.autograd.grad(
                [.. used.Select(i => outputs[i])], inputs, gradOutputs is null ? null : [.. used.Select(i => gradOutputs[i])],
                retain ?? createGraph, createGraph, allow_unused: true, is_grads_batched: batched)];
        }
    }

    /// <summary>Zeros where there is no gradient, unless that is not allowed.</summary>
    internal static torch.Tensor[] Filled(torch.Tensor?[] gradients, torch.Tensor[] like, bool strict, bool createGraph, string of)
    {
        var filled = new torch.Tensor[like.Length];
        for (int i = 0; i < filled.Length; i++)
        {
            if (gradients[i] is null && strict)
            {
                throw new InvalidOperationException($"{of} is independent of input {i}. That is not allowed with strict: true");
            }

            filled[i] = gradients[i] ?? torch.zeros_like(like[i]);
            if (strict && createGraph && !filled[i].requires_grad)
            {
                throw new InvalidOperationException(
                    $"the derivative with respect to input {i} does not depend on the inputs. That is not allowed with strict: true and create_graph: true");
            }
        }

        return filled;
    }

    internal static torch.Tensor[] Results(torch.Tensor[] results, bool createGraph) =>
        createGraph ? results : Array.ConvertAll(results, result => result.requires_grad ? result.detach() : result);

    /// <summary>Runs a body and disposes all that it made but its results.</summary>
    internal static torch.Tensor[] Kept(bool all, Func<torch.Tensor[]> body)
    {
        if (all)
        {
            // What was recorded may refer to anything: it lives as long as the graph does.
            return body();
        }

        using DisposeScope scope = torch.NewDisposeScope();
        torch.Tensor[] results = body();
        foreach (torch.Tensor result in results)
        {
            result.MoveToOuterDisposeScope();
        }

        return results;
    }
}
