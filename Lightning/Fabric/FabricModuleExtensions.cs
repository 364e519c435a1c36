namespace Lightning;

/// <summary>What modules that were set up can do beside being called.</summary>
public static class FabricModuleExtensions
{
    /// <summary>Runs another method of the module as a forward pass: in the precision's number types, and with its gradients averaged over the processes.</summary>
    /// <remarks>Python: <c>mark_forward_method</c>. Floating-point results have the default type again, inputs are the caller's affair.</remarks>
    /// <param name="model">What <c>setup</c> returned.</param>
    /// <param name="method">Calls the method: <c>() =&gt; net.encode(x)</c>.</param>
    /// <returns>What the method gave.</returns>
    public static TResult RunForward<TResult>(this IFabricModule model, Func<TResult> method)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model.Pass.Run(method);
    }
}
