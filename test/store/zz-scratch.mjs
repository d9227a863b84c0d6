import { createRequire } from 'node:module';
import cosmosServer from '@vercel/cosmosdb-server';
import { CosmosClient } from '@azure/cosmos';
const server = cosmosServer.createHttpServer();
await new Promise(r=>server.listen(0,'127.0.0.1',r));
server.on('request',(q,s)=>{s.on('finish',()=>console.log(q.method,q.url,s.statusCode,q.headers['x-ms-documentdb-isquery']??'',q.headers['x-ms-cosmos-is-query-plan-request']??'', q.headers['x-ms-documentdb-partitionkey']??''))});
const client = new CosmosClient({ endpoint:`http://127.0.0.1:${server.address().port}`, key:'a2V5', connectionPolicy:{enableEndpointDiscovery:false}});
const {database}=await client.databases.createIfNotExists({id:'k'});
const {container}=await database.containers.createIfNotExists({id:'documents',partitionKey:{paths:['/id']},indexingPolicy:{includedPaths:[],excludedPaths:[{path:'/*'}]}});
let r=await container.item('x_002fy','x_002fy').read(); console.log('miss',r.statusCode,r.substatus,r.resource);
r=await container.items.create({id:'x_002fy',open:true,attentionAt:'2026-01-01'}); console.log(r.statusCode,r.etag,r.resource);
r=await container.item('x_002fy','x_002fy').read(); console.log(r.statusCode,r.etag,r.resource);
r=await container.item('x_002fy','x_002fy').replace({id:'x_002fy',open:true,attentionAt:'2026-01-01'},{accessCondition:{type:'IfMatch',condition:r.etag}}); console.log(r.statusCode,r.etag);
try{await container.item('x_002fy','x_002fy').replace({id:'x_002fy'},{accessCondition:{type:'IfMatch',condition:'no'}})}catch(e){console.log(e.code,e.message)}
try{await container.item('zz','zz').replace({id:'zz'},{accessCondition:{type:'IfMatch',condition:'no'}})}catch(e){console.log(e.code,e.message)}
for(let i=0;i<9;i++)await container.items.create({id:'d'+i,attentionAt:'2026-01-0'+i});
let q=container.items.query({query:'SELECT TOP @limit c.id FROM c WHERE c.attentionAt <= @at ORDER BY c.attentionAt',parameters:[{name:'@limit',value:5},{name:'@at',value:'2026-01-07'}]},{maxItemCount:2});
console.log((await q.fetchAll()).resources);
q=container.items.query({query:'SELECT * FROM c WHERE c.open = true',parameters:[]},{maxItemCount:2});
console.log((await q.fetchAll()).resources);
client.dispose(); server.close();
