using System.Runtime.CompilerServices;

namespace TorchSharp.Interop;

/// <summary>
/// The generated operators' handles, resolved on first use. An operator is an index into <see cref="OpNames"/>; a race
/// between two first uses resolves it twice, which costs a few bytes once.
/// </summary>
internal static unsafe class OpTable
{
    private static readonly nint[] Handles = new nint[OpNames.Count];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Call(int index, Value* arguments, int argumentCount, Value* results, int resultCount)
    {
        nint op = Handles[index];
        if (op == 0)
        {
            op = Resolve(index);
        }

        int written;
        int status = NativeMethods.tl_op_call(op, arguments, argumentCount, results, resultCount, &written);
        if (status != 0)
        {
            Fail(status, index, arguments, argumentCount, results, written);
        }

        DisposeScopeManager.OfThread.Leave();
    }

    /// <summary>Whether the libtorch at hand has the operator.</summary>
    internal static bool Has(int index)
    {
        if (Handles[index] != 0)
        {
            return true;
        }

        (string name, string overload, _) = OpNames.Get(index);
        return TryResolve(name, overload, out Handles[index]) == 0;
    }

    private static nint Resolve(int index)
    {
        (string name, string overload, string since) = OpNames.Get(index);
        int status = TryResolve(name, overload, out nint op);
        if (status != 0)
        {
            throw NativeError.MissingOperator(status, name, overload, since);
        }

        if (OpNames.Fate(index).ChangedIn is { } changed && IsAtLeast(changed))
        {
            throw new OperatorChangedException(overload.Length == 0 ? name : $"{name}.{overload}", NativeLibraries.LibtorchVersion, changed);
        }

        return Handles[index] = op;
    }

    /// <summary>Whether the libtorch at hand is of a version, or later. Their first two numbers count: Debian's build of 1.13.1 calls itself 1.13.0.</summary>
    internal static bool IsAtLeast(string version) =>
        Version.TryParse(NativeLibraries.LibtorchVersion.Split('+', 'a', 'g')[0], out Version? here)
        && Version.Parse(version) is var wanted
        && (here.Major, here.Minor).CompareTo((wanted.Major, wanted.Minor)) >= 0;

    internal static int TryResolve(string name, string overload, out nint op)
    {
        using var nameText = new Utf8Argument(name);
        using var overloadText = new Utf8Argument(overload);
        nint found;
        int status = NativeMethods.tl_op_resolve(nameText.Pointer, overloadText.Pointer, &found);
        op = found;
        return status;
    }

    private static void Fail(int status, int index, Value* arguments, int argumentCount, Value* results, int written)
    {
        // A failure after some results were written must not leak them.
        for (int i = 0; i < written; i++)
        {
            results[i].Release();
        }

        (string name, string overload, _) = OpNames.Get(index);
        throw NativeError.FromOperator(status, overload.Length == 0 ? name : $"{name}.{overload}", arguments, argumentCount);
    }
}
