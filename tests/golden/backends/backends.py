"""Writes backends.json: what Python's torch.backends and torch.cuda answer where libtorch has no CUDA, and how print profiles and grids look.

Run with Debian's python3 and python3-torch (1.13.1):  python3 backends.py
"""
import json
import os

import torch
import torch.backends.xnnpack

b, c = torch.backends, torch.cuda


def switches():
    return {
        "cudnn.enabled": b.cudnn.enabled, "cudnn.benchmark": b.cudnn.benchmark,
        "cudnn.deterministic": b.cudnn.deterministic, "cudnn.allow_tf32": b.cudnn.allow_tf32,
        "cuda.matmul.allow_tf32": b.cuda.matmul.allow_tf32,
        "cuda.matmul.allow_fp16_reduced_precision_reduction": b.cuda.matmul.allow_fp16_reduced_precision_reduction,
        "cuda.flash_sdp_enabled": b.cuda.flash_sdp_enabled(), "cuda.math_sdp_enabled": b.cuda.math_sdp_enabled(),
        "mkldnn.enabled": torch._C._get_mkldnn_enabled(),
    }


# Whether libtorch was built with something depends on who built it: compared with the same libtorch only.
built = {
    "mkl.is_available": b.mkl.is_available(), "mkldnn.is_available": b.mkldnn.is_available(), "openmp.is_available": b.openmp.is_available(),
    "xnnpack.enabled": b.xnnpack.enabled, "quantized.engine": b.quantized.engine, "quantized.supported_engines": sorted(b.quantized.supported_engines),
}
without_cuda = {
    "is_available": c.is_available(), "device_count": c.device_count(), "memory_allocated": c.memory_allocated(),
    "max_memory_allocated": c.max_memory_allocated(), "memory_reserved": c.memory_reserved(), "max_memory_reserved": c.max_memory_reserved(),
    "memory_stats": len(c.memory_stats()), "get_rng_state_all": len(c.get_rng_state_all()), "cuda.is_built": b.cuda.is_built(),
    "cudnn.is_available": b.cudnn.is_available(), "cudnn.version": b.cudnn.version(), "mps.is_available": b.mps.is_available(),
    "mps.is_built": b.mps.is_built(),
}
calls = {
    "init": lambda: c.init(), "current_device": lambda: c.current_device(), "set_device": lambda: c.set_device(0),
    "get_device_name": lambda: c.get_device_name(), "get_device_capability": lambda: c.get_device_capability(),
    "get_device_properties": lambda: c.get_device_properties(0), "mem_get_info": lambda: c.mem_get_info(),
    "current_stream": lambda: c.current_stream(), "default_stream": lambda: c.default_stream(), "synchronize": lambda: c.synchronize(),
    "Stream": lambda: c.Stream(), "Event": lambda: c.Event(), "get_rng_state": lambda: c.get_rng_state(), "initial_seed": lambda: c.initial_seed(),
    "can_device_access_peer": lambda: c.can_device_access_peer(0, 1), "reset_peak_memory_stats": lambda: c.reset_peak_memory_stats(),
    "reset_accumulated_memory_stats": lambda: c.reset_accumulated_memory_stats(), "empty_cache": lambda: c.empty_cache(),
    "set_device(-1)": lambda: c.set_device(-1), "manual_seed": lambda: c.manual_seed(3), "manual_seed_all": lambda: c.manual_seed_all(3),
    "seed": lambda: c.seed(), "seed_all": lambda: c.seed_all(),
}


def fails(call):
    try:
        call()
        return False
    except Exception:
        return True


before = switches()
b.cudnn.enabled, b.cudnn.benchmark, b.cudnn.deterministic, b.cudnn.allow_tf32 = False, True, True, False
b.cuda.matmul.allow_tf32, b.cuda.matmul.allow_fp16_reduced_precision_reduction = True, False
b.cuda.enable_flash_sdp(False)
b.cuda.enable_math_sdp(False)
after = switches()

torch.manual_seed(5)
c.manual_seed(7)
drawn = torch.rand(3).tolist()

table = torch.arange(1200, dtype=torch.float32).reshape(8, 150) / 7
printed = {}
for profile in ("default", "short", "full"):
    torch.set_printoptions(profile=profile)
    printed[profile] = {"table": str(table), "small": str(table[:2, :3])}

grids = {way: [grid.tolist() for grid in torch.meshgrid(torch.arange(3), torch.arange(2), indexing=way)] for way in ("ij", "xy")}

with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "backends.json"), "w") as file:
    json.dump({
        "switches": before, "switched": after, "built": built, "without_cuda": without_cuda, "fails": {name: fails(call) for name, call in calls.items()},
        "drawn": drawn, "printed": printed, "grids": grids,
    }, file, indent=1)
    file.write("\n")
