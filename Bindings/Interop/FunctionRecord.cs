using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>Mirrors <c>tl_function_record</c> of torchlight.h.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct FunctionRecord
{
    internal nint* Inputs;
    internal nint* Outputs;
    internal nint* Saved;
    internal nint* Dirty;
    internal nint* NonDifferentiable;
    internal int InputCount;
    internal int OutputCount;
    internal int SavedCount;
    internal int DirtyCount;
    internal int NonDifferentiableCount;
    internal int MaterializeGrads;
}
