using System.Runtime.CompilerServices;

namespace TorchSharp.Interop;

/// <summary>
/// The binding's own account of native memory that managed tensors hold. The collector does not see that memory, so a loop that
/// never disposes would pile it up; when the account passes a budget, the ledger asks for a collection.
/// </summary>
/// <remarks>
/// Tensors below one KiB are not counted: their managed objects are as big as what they hold, and the collector sees those.
/// The budget follows what stays alive after a collection, so that a program that really holds much is not collected all the time.
/// </remarks>
internal static class MemoryLedger
{
    private const long MinimumBudgetKib = 48 * 1024;

    private static long heldKib;
    private static long budgetKib = MinimumBudgetKib;
    private static int collecting;

    /// <summary>KiB of native memory held by tensors that own theirs.</summary>
    internal static long HeldKib => Interlocked.Read(ref heldKib);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Add(int kib)
    {
        if (kib > 0 && Interlocked.Add(ref heldKib, kib) > Volatile.Read(ref budgetKib))
        {
            Collect();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Remove(int kib)
    {
        if (kib > 0)
        {
            Interlocked.Add(ref heldKib, -kib);
        }
    }

    /// <summary>Frees what nobody holds any more and sets the budget by what is left.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void Collect()
    {
        // One thread collects; the others go on, their memory is counted by the next round.
        if (Interlocked.Exchange(ref collecting, 1) != 0)
        {
            return;
        }

        try
        {
            // Most garbage tensors are young; an older generation is asked only if that did not help.
            for (int generation = 0; generation <= GC.MaxGeneration; generation++)
            {
                GC.Collect(generation, GCCollectionMode.Forced, blocking: true);
                GC.WaitForPendingFinalizers();
                if (HeldKib < Volatile.Read(ref budgetKib) / 2)
                {
                    break;
                }
            }

            Volatile.Write(ref budgetKib, Math.Max(MinimumBudgetKib, HeldKib * 2));
        }
        finally
        {
            Volatile.Write(ref collecting, 0);
        }
    }
}
