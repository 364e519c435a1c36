using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>One recording by libtorch's tracer, with the managed code that it records.</summary>
internal sealed unsafe class TraceCall
{
    private readonly Func<object?[], object?> body;
    private readonly Action<string>? onRead;

    /// <summary>A recording that is yet to run.</summary>
    /// <param name="body">Takes the recorded inputs and gives what is to be the output.</param>
    /// <param name="onRead">Told what was read out of a tensor that depends on the inputs; null for nobody.</param>
    internal TraceCall(Func<object?[], object?> body, Action<string>? onRead = null)
    {
        this.body = body;
        this.onRead = onRead;
    }

    /// <summary>The module that gets the method; null for a function.</summary>
    internal ScriptHandle? Self { get; init; }

    /// <summary>The method's or function's name.</summary>
    internal required string Name { get; init; }

    /// <summary>Tensors, and tuples, lists and dictionaries of them.</summary>
    internal required IReadOnlyList<object?> Inputs { get; init; }

    internal required IReadOnlyList<string> InputNames { get; init; }

    internal bool Strict { get; init; } = true;

    /// <summary>Records, and puts expressions of sizes where numbers were others in the probes.</summary>
    /// <returns>The compilation unit of a function, how many numbers became expressions, and texts about those that could not.</returns>
    internal (ScriptHandle? Unit, long Generalized, string[] Notes) Run(IReadOnlyList<(string Name, ScriptHandle Probe)> probes)
    {
        List<SharedHandle> held = [];
        try
        {
            var handles = new nint[probes.Count + 1];
            for (int i = 0; i < probes.Count; i++)
            {
                bool added = false;
                probes[i].Probe.DangerousAddRef(ref added);
                held.Add(probes[i].Probe);
                handles[i] = probes[i].Probe.Object;
            }

            using var names = new Utf8Strings([.. probes.Select(probe => probe.Name)]);
            fixed (nint* natives = handles)
            {
                Answer answer = Send(new TraceRequest { Probes = natives, ProbeNames = names.Pointers, ProbeCount = probes.Count }, isProbe: false);
                string[] notes = Array.ConvertAll(ScriptResult.TakeItems(answer.Notes), text => (string)text!);
                return (answer.Handle == 0 ? null : new ScriptHandle(answer.Handle), answer.Generalized, notes);
            }
        }
        finally
        {
            held.ForEach(handle => handle.DangerousRelease());
        }
    }

    /// <summary>Records for other sizes of the inputs.</summary>
    internal ScriptHandle Probe() => new(Send(default, isProbe: true).Handle);

    private Answer Send(TraceRequest request, bool isProbe)
    {
        using var inputs = new ScriptArguments(Inputs);
        using var inputNames = new Utf8Strings(InputNames);
        using var name = new Utf8Argument(Name);
        bool held = false;
        GCHandle self = GCHandle.Alloc(this);
        try
        {
            Self?.DangerousAddRef(ref held);
            request.Self = Self?.Object ?? 0;
            request.Name = name.Pointer;
            request.Inputs = inputs.Items;
            request.InputNames = inputNames.Pointers;
            request.InputCount = inputs.Count;
            request.Strict = Strict ? 1 : 0;
            request.Body = &Compute;
            request.OnRead = onRead is null ? null : &Read;
            request.Context = GCHandle.ToIntPtr(self);
            request.Release = TensorCallback.Free;
            Answer answer = default;
            int status = isProbe
                ? NativeMethods.tl_trace_probe(&request, &answer.Handle)
                : NativeMethods.tl_trace_run(&request, &answer.Handle, &answer.Generalized, &answer.Notes);
            NativeError.Check(status, "torch.jit.trace");
            return answer;
        }
        finally
        {
            self.Free();
            if (held)
            {
                Self!.DangerousRelease();
            }
        }
    }

    [UnmanagedCallersOnly]
    private static void Compute(nint context, Value* inputs, nint output, nint* failure)
    {
        using DisposeScopeManager.Callback callback = DisposeScopeManager.BeginCallback();
        try
        {
            var call = (TraceCall)GCHandle.FromIntPtr(context).Target!;
            using var result = new ScriptArguments([call.body(ScriptResult.TakeItems(*inputs))]);
            NativeError.Check(NativeMethods.tl_trace_output(output, result.Items), "torch.jit.trace: the output");
        }
        catch (Exception error)
        {
            *failure = TensorCallback.Failure(error);
        }
    }

    [UnmanagedCallersOnly]
    private static void Read(nint context, int kind)
    {
        var call = (TraceCall)GCHandle.FromIntPtr(context).Target!;
        call.onRead!(kind == 0 ? "a number was read out of a tensor" : "a tensor's elements were read");
    }

    private struct Answer
    {
        internal nint Handle;
        internal long Generalized;
        internal Value Notes;
    }
}
