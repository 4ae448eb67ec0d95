/** The one style sheet of the pages; the policy of every page names its digest. */
export const styles = `
*{box-sizing:border-box}
body{margin:0;background:#F4F6F8;color:#16202A;font:17px/1.5 system-ui,"Segoe UI",Roboto,"Noto Sans",
"Helvetica Neue",Arial,sans-serif;overflow-wrap:anywhere;font-variant-numeric:tabular-nums}
header{background:#0B3A4F;color:#fff}
header div,main{max-width:768px;margin:0 auto;padding:12px 16px}
main{padding-bottom:48px}
header div{display:flex;flex-wrap:wrap;gap:4px 24px;align-items:center;justify-content:space-between}
header a,header a:visited{color:#fff;padding:10px 0}
header .brand{font-size:20px;font-weight:bold;text-decoration:none}
h1{font-size:26px;line-height:1.25;margin:24px 0 12px}
h2{font-size:20px;line-height:1.3;margin:32px 0 8px}
h3{font-size:17px;margin:16px 0 0}
p,li{max-width:66ch}
p{margin:0 0 12px}
.due,.note{max-width:none}
.link a{display:inline-block;padding:10px 0}
a{color:#0B5C8A}
a:visited{color:#5A3E91}
a:focus-visible,button:focus-visible,input:focus-visible,.problem:focus{outline:3px solid #16202A;
outline-offset:2px;box-shadow:0 0 0 8px #FFC83D}
.sheet{background:#fff;border:1px solid #7A8794;border-radius:4px;padding:4px 16px 16px;margin:24px 0}
.sheet h2{margin-top:12px}
.due{border-left:6px solid;padding:12px 16px;margin:16px 0}
.due strong,.due span{display:block}
.overdue{color:#8E1B1B;background:#FBE6E4;border-color:#B3261E}
.today{color:#7A3E00;background:#FFF0DB;border-color:#B85C00}
.soon{color:#5C4A00;background:#FFF8D6;border-color:#8A7000}
.later{color:#1B5232;background:#E5F4EA;border-color:#2B7A4B}
.none,.note{color:#33415C;background:#E9EDF5;border-color:#5B6B8C}
.note{border-left:6px solid #5B6B8C;padding:12px 16px;margin:16px 0}
form+.note{margin-top:32px}
.problem{background:#fff;border:3px solid #B3261E;border-radius:4px;padding:12px 16px;margin:24px 0}
.problem h2{margin:0 0 4px}
.problem p{margin:0}
.problem a,.problem a:visited{display:inline-block;padding:4px 0;color:#8E1B1B;font-weight:bold}
label{display:block;font-weight:bold;margin-top:24px}
.hint,.small{color:#44525F;font-size:15px}
.hint{margin:0 0 8px}
.wrong{color:#8E1B1B;font-weight:bold;margin:0 0 8px}
input{display:block;width:100%;max-width:544px;min-height:44px;padding:8px 12px;font:inherit;
border:1px solid #44525F;border-radius:4px;background:#fff;color:inherit}
input[aria-invalid]{border:2px solid #B3261E}
button{min-height:44px;margin-top:16px;padding:8px 20px;font:inherit;font-weight:bold;color:#fff;background:#12506B;
border:0;border-radius:4px}
dl{display:grid;grid-template-columns:minmax(9em,auto) 1fr;gap:8px 16px;margin:16px 0 0}
dt{font-weight:bold}
dd{margin:0}
dl.outcomes{margin:4px 0 16px;grid-template-columns:minmax(9em,auto) minmax(30%,1fr)}
.outcomes dt{font-weight:normal}
dd ul{margin:0;padding-left:20px}
code{font:15px/1.5 ui-monospace,"Cascadia Mono",Consolas,monospace}
.command{display:block;background:#F4F6F8;border:1px solid #B9D5E0;border-radius:4px;padding:12px 16px;margin:0 0 12px}
ul.links{list-style:none;padding:0;margin:16px 0}
ul.links a{display:inline-block;padding:10px 0;font-weight:bold}
ul.links span{display:block;color:#44525F;font-size:15px;margin-top:-6px}
@media(max-width:480px){dl,dl.outcomes{grid-template-columns:1fr;gap:0}dd{margin-bottom:12px}dl dd:last-child{margin:0}}
@media print{header a{display:none}body{background:#fff}}
`;
