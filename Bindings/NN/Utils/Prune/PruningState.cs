using TorchSharp.Modules;
using aten = TorchSharp.torch.ops.aten;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            public static partial class prune
            {
                /// <summary>One pruned parameter of a module.</summary>
                internal sealed class PruningState(Module module, string name, Parameter original, BasePruningMethod method)
                {
                    /// <summary>What prunes it.</summary>
                    public BasePruningMethod Method { get; private set; } = method;

                    /// <summary>What trains.</summary>
                    public Parameter Original => original;

                    /// <summary>What is in.</summary>
                    public Tensor Mask => module.get_buffer(MaskName)!;

                    private string MaskName => $"{name}_mask";

                    /// <summary>Prunes by another method as well.</summary>
                    public void Add(BasePruningMethod further)
                    {
                        if (Method is PruningContainer container)
                        {
                            container.add_pruning_method(further);
                        }
                        else
                        {
                            Method = new PruningContainer(Method, further);
                        }
                    }

                    /// <summary>Sets the mask in its place among the module's buffers.</summary>
                    public void SetMask(Tensor mask)
                    {
                        var old = module.get_buffer(MaskName);
                        module._internal_buffers[MaskName] = (functional.Again(mask).DetachFromDisposeScope(), true);
                        old?.Dispose();
                    }

                    /// <summary>The parameter as it is computed with.</summary>
                    public Tensor Pruned()
                    {
                        using var mask = Mask.to(original.dtype);
                        return aten.mul_Tensor(original, mask);
                    }

                    /// <summary>Makes it an ordinary parameter again, with what is pruned at zero.</summary>
                    public void Remove()
                    {
                        using (no_grad())
                        using (var pruned = Pruned())
                        {
                            aten.set_data(original, pruned);
                        }

                        var mask = Mask;
                        module.Unregister($"{name}_orig");
                        module.Unregister(MaskName);
                        module.ReplaceComputed(name, original);
                        mask.Dispose();
                    }
                }
            }
        }
    }
}
