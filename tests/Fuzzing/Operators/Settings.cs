namespace Fuzzing.Operators;

/// <summary>What is called, and how often.</summary>
/// <param name="Calls">Calls in all, at least; spread over the operators.</param>
/// <param name="Seed">Decides all arguments.</param>
/// <param name="Only">The one operator to call; all if null.</param>
internal sealed record Settings(int Calls, int Seed, string? Only)
{
    private Operator[]? operators;

    /// <summary>Calls of each operator.</summary>
    public int CallsEach => (Calls + Operators().Length - 1) / Operators().Length;

    /// <summary>The operators, in the order in which they are called.</summary>
    public Operator[] Operators() => operators ??=
        [.. Operator.All().Where(called => Only is null ? Exclusions.Why(called.Name) is null : called.Name == Only)];
}
