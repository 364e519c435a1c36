namespace Lightning;

/// <summary>One process's copy of a module that all train: what has to be done around its passes. See <see cref="Strategy.Replicate"/>.</summary>
public interface IModuleReplica : IDisposable
{
    /// <summary>Called before each forward pass.</summary>
    void BeforeForward();

    /// <summary>Called after each forward pass, before backward.</summary>
    /// <param name="result">What it gave.</param>
    /// <returns>The same.</returns>
    T AfterForward<T>(T result);

    /// <summary>Gives all processes the first one's buffers.</summary>
    void SyncBuffers();

    /// <summary>Until the result is disposed, gradients stay on their process and add up. The forward passes belong inside too.</summary>
    IDisposable BlockBackwardSync();
}
