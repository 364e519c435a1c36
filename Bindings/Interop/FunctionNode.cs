using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>The managed side of a node in autograd's graph: records it, and answers when its gradients are wanted.</summary>
internal static unsafe class FunctionNode
{
    /// <summary>Saved tensors and gradients in (null for an undefined one), a gradient or null for each input out.</summary>
    internal delegate IReadOnlyList<torch.Tensor?> Gradients(List<torch.Tensor> saved, List<torch.Tensor?> grads);

    /// <summary>Makes outputs depend on inputs through a function.</summary>
    /// <param name="backward">The function's gradients.</param>
    /// <param name="inputs">What forward took.</param>
    /// <param name="outputs">What forward gave.</param>
    /// <param name="context">What it asked for.</param>
    /// <returns>The outputs, with the node as their history; the same objects but for those that are inputs as well.</returns>
    internal static List<torch.Tensor> Record(
        Gradients backward, IReadOnlyList<torch.Tensor> inputs,
        List<torch.Tensor> outputs, torch.autograd.AutogradContext context)
    {
        nint[] taken = Handles(inputs);
        nint[] given = Handles(outputs);
        nint[] saved = Handles(context.Saved);
        nint[] dirty = Handles(context.Dirty);
        nint[] flat = Handles(context.NonDifferentiable);
        var results = new nint[given.Length];
        nint state = TensorCallback.Keep(backward);
        int status;
        fixed (nint* i = taken, o = given, s = saved, d = dirty, n = flat, r = results)
        {
            var record = new FunctionRecord
            {
                Inputs = i, InputCount = taken.Length, Outputs = o, OutputCount = given.Length, Saved = s, SavedCount = saved.Length,
                Dirty = d, DirtyCount = dirty.Length, NonDifferentiable = n, NonDifferentiableCount = flat.Length,
                MaterializeGrads = context.MaterializeGrads ? 1 : 0,
            };
            status = NativeMethods.tl_function_apply(&record, state, &Backward, TensorCallback.Free, r);
        }

        GC.KeepAlive(inputs);
        GC.KeepAlive(context);
        NativeError.Check(status, "torch.autograd.Function.apply");
        for (int k = 0; k < results.Length; k++)
        {
            if (results[k] == outputs[k].Handle)
            {
                NativeMethods.tl_tensor_release(results[k]);
            }
            else
            {
                outputs[k] = new torch.Tensor(results[k]);
            }
        }

        return outputs;
    }

    [UnmanagedCallersOnly]
    private static void Backward(
        nint state, nint* saved, int savedCount, nint* grads, int gradCount, nint* results, int resultCount, nint* failure)
    {
        using DisposeScopeManager.Callback callback = DisposeScopeManager.BeginCallback();
        try
        {
            using DisposeScope scope = torch.NewDisposeScope();
            List<torch.Tensor> values = TensorCallback.Own(saved, savedCount)!;
            List<torch.Tensor?> gradients = TensorCallback.Own(grads, gradCount);
            var backward = (Gradients)GCHandle.FromIntPtr(state).Target!;
            IReadOnlyList<torch.Tensor?> found = backward(values, gradients);
            TensorCallback.Give(found, results, resultCount);
        }
        catch (Exception error)
        {
            *failure = TensorCallback.Failure(error);
        }
    }

    private static nint[] Handles(IReadOnlyList<torch.Tensor> tensors)
    {
        var handles = new nint[tensors.Count];
        for (int k = 0; k < handles.Length; k++)
        {
            handles[k] = torch.Tensor.HandleOf(tensors[k]);
        }

        return handles;
    }
}
