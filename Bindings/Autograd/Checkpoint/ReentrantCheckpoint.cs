using TorchSharp.Interop;

namespace TorchSharp;

/// <summary>A function whose backward runs it again, recorded, and calls backward on that. Arguments: the function, its surroundings, tensors.</summary>
internal sealed class ReentrantCheckpoint : torch.autograd.MultiTensorFunction<ReentrantCheckpoint>
{
    public override string Name => "torch.utils.checkpoint";

    public override List<torch.Tensor> forward(torch.autograd.AutogradContext ctx, params object?[] vars)
    {
        ctx.save_data("function", vars[0]);
        ctx.save_data("surroundings", vars[1]);
        torch.Tensor[] args = [.. vars[2..].Cast<torch.Tensor>()];
        ctx.save_for_backward([.. args]);
        return [.. ((Func<torch.Tensor[], torch.Tensor[]>)vars[0]!)(args)];
    }

    public override List<torch.Tensor?> backward(torch.autograd.AutogradContext ctx, List<torch.Tensor> grad_outputs)
    {
        if (NativeMethods.tl_autograd_fills_leaves() == 0)
        {
            throw new InvalidOperationException(
                "a checkpoint with use_reentrant: true does not work with autograd.grad or with backward's inputs: use use_reentrant: false");
        }

        var function = (Func<torch.Tensor[], torch.Tensor[]>)ctx.get_data("function")!;
        var surroundings = (Surroundings)ctx.get_data("surroundings")!;
        torch.Tensor[] args = [.. ctx.get_saved_variables().Select((saved, i) => saved.detach().requires_grad_(ctx.needs_input_grad[i + 2]))];
        torch.Tensor[] outputs;
        using (torch.enable_grad())
        {
            outputs = surroundings.Again(() => function(args));
        }

        List<torch.Tensor> roots = [];
        List<torch.Tensor> gradients = [];
        for (int i = 0; i < outputs.Length; i++)
        {
            if (outputs[i].requires_grad)
            {
                roots.Add(outputs[i]);
                gradients.Add(grad_outputs[i]);
            }
        }

        if (roots.Count == 0)
        {
            throw new InvalidOperationException("none of the checkpoint's outputs asks for gradients: it is not necessary");
        }

        torch.autograd.backward(roots, gradients);
        return [.. args.Select(arg => arg.grad)];
    }
}
